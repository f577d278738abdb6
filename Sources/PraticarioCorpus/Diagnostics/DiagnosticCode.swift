/// Every problem that content can have. Codes are stable: scripts and readers may rely on them.
///
/// Each has a paragraph in `docs/diagnostics.md` and, for those of files, a file in
/// `Tests/PraticarioCorpusTests/Fixtures/broken/`.
public enum DiagnosticCode: String, Codable, CaseIterable, Sendable {
    // A file as a whole
    case unreadableFile = "unreadable-file"
    case unexpectedFile = "unexpected-file"
    case oversizedFile = "oversized-file"
    case invalidEncoding = "invalid-encoding"

    // The header of a sheet
    case missingHeader = "missing-header"
    case unclosedHeader = "unclosed-header"
    case malformedHeader = "malformed-header"
    case unknownField = "unknown-field"
    case repeatedField = "repeated-field"
    case wrongType = "wrong-type"

    // The values of a sheet
    case missingField = "missing-field"
    case unknownValue = "unknown-value"
    case unknownTheme = "unknown-theme"
    case unknownTargetGroup = "unknown-target-group"
    case unknownTerritory = "unknown-territory"
    case ambiguousTerritory = "ambiguous-territory"
    case suppressedTerritory = "suppressed-territory"
    case invalidID = "invalid-id"
    case invalidDate = "invalid-date"
    case invalidURL = "invalid-url"
    case invalidTaxCode = "invalid-tax-code"
    case invalidLanguage = "invalid-language"

    // What a sheet says as a whole
    case summaryTooLong = "summary-too-long"
    case endBeforeStart = "end-before-start"
    case missingSource = "missing-source"
    case missingResults = "missing-results"
    case missingPermission = "missing-permission"
    case reviewOverdue = "review-overdue"
    case personalData = "personal-data"
    case sensitivePlace = "sensitive-place"

    // Between sheets
    case duplicateID = "duplicate-id"
    case danglingReference = "dangling-reference"

    // Tables
    case malformedTable = "malformed-table"
    case malformedColumnMap = "malformed-column-map"
    case missingColumnMap = "missing-column-map"
    case unmappedColumn = "unmapped-column"
    case missingColumn = "missing-column"
    case nearDuplicate = "near-duplicate"

    // Collections
    case malformedCollection = "malformed-collection"
    case repeatedEntry = "repeated-entry"
    case emptySearch = "empty-search"

    // Vocabularies and settings
    case missingVocabulary = "missing-vocabulary"
    case malformedVocabulary = "malformed-vocabulary"
    case duplicateConcept = "duplicate-concept"
    case duplicateLabel = "duplicate-label"
    case invalidLabel = "invalid-label"
    case unknownBroader = "unknown-broader"
    case cyclicBroader = "cyclic-broader"
    case malformedTerritories = "malformed-territories"
    case malformedAreas = "malformed-areas"
    case malformedSettings = "malformed-settings"

    // Queries
    case unknownFilter = "unknown-filter"
    case unknownFilterValue = "unknown-filter-value"
    case emptyFilter = "empty-filter"
    case unclosedPhrase = "unclosed-phrase"
    case queryTooLong = "query-too-long"

    /// A warning costs nothing; an error costs the value it points at, or the sheet where no header, title or kind is left.
    public var severity: Diagnostic.Severity {
        switch self {
        case .unexpectedFile, .invalidEncoding, .unknownField, .suppressedTerritory, .summaryTooLong,
            .missingResults, .missingPermission, .reviewOverdue, .personalData, .sensitivePlace,
            .missingColumnMap, .unmappedColumn, .missingColumn, .nearDuplicate, .repeatedEntry, .emptySearch,
            .duplicateLabel,
            .unknownFilter, .unknownFilterValue, .emptyFilter, .unclosedPhrase, .queryTooLong:
            .warning
        default: .error
        }
    }
}

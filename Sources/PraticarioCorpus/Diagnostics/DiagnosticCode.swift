/// Every problem that content can have. Codes are stable: scripts and readers may rely on them.
///
/// Each has a paragraph in `docs/diagnostics.md` and, for those of files, a file in
/// `Tests/PraticarioCorpusTests/Fixtures/broken/`.
public enum DiagnosticCode: String, Codable, CaseIterable, Sendable {
    // A file as a whole
    /// A file or a folder cannot be read: permissions are missing, or it was moved.
    case unreadableFile = "unreadable-file"
    /// Something that is no sheet lies among the sheets: a Word document, a picture, a link to a folder.
    case unexpectedFile = "unexpected-file"
    /// A file is larger than 2 MB and stays out; a picture or a paper is larger than 10 MB, or has too many points.
    case oversizedFile = "oversized-file"
    /// A file is not UTF-8 and was read as Windows-1252; of a table only where characters were lost.
    case invalidEncoding = "invalid-encoding"

    /// The text is no text that people write: quotations or lists a hundred deep, thousands of headings or cells.
    case unreadableText = "unreadable-text"
    /// A file has more problems than are told.
    case moreProblems = "more-problems"

    // The header of a sheet
    /// A sheet does not begin with a header between two lines `---`.
    case missingHeader = "missing-header"
    /// The line `---` after the last field is missing.
    case unclosedHeader = "unclosed-header"
    /// The header is not YAML; the sheet stays out.
    case malformedHeader = "malformed-header"
    /// A mark of YAML would cut or change a value that stands without quotes.
    case yamlMark = "yaml-mark"
    /// There is no field of this name; it is not read.
    case unknownField = "unknown-field"
    /// A field is written twice; the first one counts.
    case repeatedField = "repeated-field"
    /// A list where a text is needed, or the reverse.
    case wrongType = "wrong-type"

    // The values of a sheet
    /// A needed field is missing; without title or kind the sheet stays out.
    case missingField = "missing-field"
    /// The value is not one of the possible ones, which the message lists.
    case unknownValue = "unknown-value"
    /// The theme is not in the vocabulary, not even as a synonym.
    case unknownTheme = "unknown-theme"
    /// The target group is not in the vocabulary, not even as a synonym.
    case unknownTargetGroup = "unknown-target-group"
    /// No territory has this name or code.
    case unknownTerritory = "unknown-territory"
    /// Several comuni have this name: the sigla is missing, `Castro (LE)`.
    case ambiguousTerritory = "ambiguous-territory"
    /// The comune no longer exists; the sheet is found under its name and its successor's.
    case suppressedTerritory = "suppressed-territory"
    /// An id has other characters than lower-case letters, digits and hyphens; the file's name is used instead.
    case invalidID = "invalid-id"
    /// No date, or a day that does not exist.
    case invalidDate = "invalid-date"
    /// A web address does not begin with `https://` or `http://`.
    case invalidURL = "invalid-url"
    /// Not the tax code of a body: eleven digits, the last of which checks the others.
    case invalidTaxCode = "invalid-tax-code"
    /// Not a language tag of BCP 47.
    case invalidLanguage = "invalid-language"

    // The files beside a sheet
    /// What shall be the name of a file beside the sheet leads elsewhere, or can be none.
    case invalidFileName = "invalid-file-name"
    /// A picture or a paper that a sheet names is not there, or is no file.
    case missingFile = "missing-file"
    /// A picture or a paper is of another kind than may be, or than its name says.
    case wrongFileType = "wrong-file-type"
    /// A picture tells where, when or by whom it was taken.
    case pictureMetadata = "picture-metadata"

    // What a sheet says as a whole
    /// The summary is longer than 300 characters.
    case summaryTooLong = "summary-too-long"
    /// The end comes before the start.
    case endBeforeStart = "end-before-start"
    /// A practice has no source.
    case missingSource = "missing-source"
    /// A practice does not say what came of it, neither in the field nor in a section.
    case missingResults = "missing-results"
    /// An open licence without who gave it and when.
    case missingPermission = "missing-permission"
    /// The day by which the sheet was to be reviewed has passed.
    case reviewOverdue = "review-overdue"
    /// It looks like a person's e-mail address, mobile number, tax code or bank account.
    case personalData = "personal-data"
    /// A sheet about people who must not be traceable names a place below the province; `Concept.isSensitive` and
    /// `sensitiveWords` say which sheets those are.
    case sensitivePlace = "sensitive-place"

    // Between sheets
    /// Two sheets have one id; the first by path stays.
    case duplicateID = "duplicate-id"
    /// A sheet refers to one that does not exist; the reference alone is lost.
    case danglingReference = "dangling-reference"

    // Tables
    /// A quote is not closed, text follows a closing quote, or a row has more cells than the header; the row is read as
    /// it stands.
    case malformedTable = "malformed-table"
    /// The file beside a table that says which column is what cannot be read, or names an unknown field.
    case malformedColumnMap = "malformed-column-map"
    /// The file that says which column is what is missing: the headings are guessed.
    case missingColumnMap = "missing-column-map"
    /// A column of which the file beside the table says nothing; it is not read.
    case unmappedColumn = "unmapped-column"
    /// The file beside the table names a column that the table has not.
    case missingColumn = "missing-column"
    /// A sheet resembles another one: nearly the same title, a territory in common.
    case nearDuplicate = "near-duplicate"
    /// Whoever answered has not said yes to publication: the sheet stays internal.
    case missingConsent = "missing-consent"
    /// Two rows of an import would have one id: the second gets another.
    case repeatedID = "repeated-id"
    /// An import says something else than a cell that was corrected, which stays.
    case keptCorrection = "kept-correction"
    /// An import has a row that was taken out of the table, and stays out.
    case deletedRow = "deleted-row"
    /// A row of an import holds sums, and is no sheet.
    case totalRow = "total-row"
    /// Several columns of an import are taken for one field.
    case suspectColumn = "suspect-column"

    // Collections
    /// A search of a collection cannot be read.
    case malformedCollection = "malformed-collection"
    /// A sheet is twice in a collection; the first one counts.
    case repeatedEntry = "repeated-entry"
    /// A search of a collection finds nothing.
    case emptySearch = "empty-search"

    // Communities
    /// The file of a community, or of the programme, is not YAML.
    case malformedCommunity = "malformed-community"
    /// A body that was at a meeting is not among the members of the community.
    case unknownMember = "unknown-member"
    /// An outcome that began, or a question that is closed, says nowhere how one can see it.
    case missingEvidence = "missing-evidence"
    /// A sheet names a community, or a meeting of one, that is not there.
    case unknownCommunity = "unknown-community"
    /// The meetings of a community are not those that the programme plans.
    case offPlan = "off-plan"

    // Vocabularies and settings
    /// A vocabulary is missing or cannot be read.
    case missingVocabulary = "missing-vocabulary"
    /// A vocabulary is not YAML, or a concept lacks its id or label; the concept does not count.
    case malformedVocabulary = "malformed-vocabulary"
    /// Two concepts have one id; the first one counts.
    case duplicateConcept = "duplicate-concept"
    /// Two concepts have one label; it means the first.
    case duplicateLabel = "duplicate-label"
    /// A label contains a comma, which separates values in cells.
    case invalidLabel = "invalid-label"
    /// The broader concept does not exist; the concept stays at the top.
    case unknownBroader = "unknown-broader"
    /// The broader concepts go in a circle.
    case cyclicBroader = "cyclic-broader"
    /// A line of the register of territories has no code, name or level, or columns are missing; the line does not
    /// count.
    case malformedTerritories = "malformed-territories"
    /// An area has no id or name, or a code that is not in the register.
    case malformedAreas = "malformed-areas"
    /// A setting is not one of the possible ones, or the file cannot be read; the usual value counts.
    case malformedSettings = "malformed-settings"

    // Queries
    /// What stands before the colon is no filter; it is searched as a word.
    case unknownFilter = "unknown-filter"
    /// The filter does not know the value; it is searched as words.
    case unknownFilterValue = "unknown-filter-value"
    /// There is no value after the colon.
    case emptyFilter = "empty-filter"
    /// The closing quote is missing; the words are searched one by one.
    case unclosedPhrase = "unclosed-phrase"
    /// The question is longer than what is read of one.
    case queryTooLong = "query-too-long"

    /// A warning costs nothing; an error costs the value it points at, or the sheet where no header, title or kind is left.
    public var severity: Diagnostic.Severity {
        switch self {
        case .unexpectedFile, .invalidEncoding, .moreProblems, .yamlMark, .unknownField, .suppressedTerritory,
            .summaryTooLong,
            .missingResults, .missingPermission, .reviewOverdue, .personalData, .sensitivePlace,
            .missingColumnMap, .unmappedColumn, .missingColumn, .nearDuplicate, .missingConsent, .repeatedID,
            .keptCorrection, .deletedRow, .totalRow, .suspectColumn, .repeatedEntry, .emptySearch,
            .duplicateLabel, .unknownMember, .missingEvidence, .unknownCommunity, .offPlan,
            .unknownFilter, .unknownFilterValue, .emptyFilter, .unclosedPhrase, .queryTooLong:
            .warning
        default: .error
        }
    }
}

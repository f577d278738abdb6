package import ItalianText
public import PraticarioSystem

/// The words of a knowledge base: its controlled vocabularies, and how words of its language are understood.
public struct Vocabularies: Sendable {
    /// What sheets are about.
    public let themes: ConceptScheme
    /// Whom sheets are for.
    public let targetGroups: ConceptScheme
    /// Italy, and the areas of this knowledge base.
    public let territories: TerritoryRegister

    /// How texts become terms, in the language of the knowledge base.
    package let analyzer: TextAnalyzer

    /// The licence of the knowledge base, which a row of a table has that states none and that somebody allowed to be
    /// published. A sheet's file states its own.
    package let rowLicence: String?

    package init(
        themes: ConceptScheme, targetGroups: ConceptScheme, territories: TerritoryRegister,
        analyzer: TextAnalyzer = .italian, rowLicence: String? = nil
    ) {
        self.rowLicence = rowLicence
        self.analyzer = analyzer
        self.themes = themes
        self.targetGroups = targetGroups
        self.territories = territories
    }

    /// For whatever names nothing that they hold.
    static let none = Vocabularies(
        themes: ConceptScheme([]), targetGroups: ConceptScheme([]), territories: TerritoryRegister([]))

    /// The files that hold them, relative to the knowledge base.
    public enum File: String, Codable, CaseIterable, Sendable {
        /// A concept scheme, in YAML.
        case themes = "vocabolari/temi.yaml"
        /// A concept scheme, in YAML.
        case targetGroups = "vocabolari/destinatari.yaml"
        /// ISTAT's register, a territory a line.
        case territories = "vocabolari/territori.tsv"
        /// Sets of comuni, and names for several territories; a knowledge base may do without it.
        case areas = "vocabolari/aree.yaml"

        /// Whether a knowledge base may do without it.
        var isOptional: Bool { self == .areas }
    }

    /// Reads the files; one that `read` does not find is reported and stays empty.
    ///
    /// - Parameters:
    ///   - language: that of the knowledge base.
    ///   - rowLicence: that of the knowledge base, for rows of tables that state none.
    ///   - read: gives the bytes of a file; `nil` where it is not there.
    public static func read(
        in language: Language = .italian, rowLicence: String? = nil, _ read: (File) -> [UInt8]?
    ) -> (vocabularies: Vocabularies, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        func bytes(_ file: File) -> [UInt8]? {
            if let bytes = read(file) { return bytes }
            if file.isOptional { return nil }
            diagnostics.append(
                Diagnostic(
                    .missingVocabulary, path: file.rawValue,
                    message: LocalizedText(
                        it:
                            "il vocabolario manca o non si può leggere: `praticario init` riscrive quelli standard che mancano",
                        en:
                            "the vocabulary is missing or cannot be read: `praticario init` writes the standard ones that are missing"
                    )))
            return nil
        }
        let analyzer = TextAnalyzer.of(language: language.rawValue)
        let themes = bytes(.themes).map { ConceptScheme.read($0, path: File.themes.rawValue, analyzer) }
        let groups = bytes(.targetGroups).map { ConceptScheme.read($0, path: File.targetGroups.rawValue, analyzer) }
        let territories = bytes(.territories).map { TerritoryRegister.read($0, path: File.territories.rawValue) }
        let sound = territories.flatMap { $0.diagnostics.isEmpty ? $0.register : nil }
        let areas = bytes(.areas).map { AreaReader.read($0, path: File.areas.rawValue, sound) }
        diagnostics += areas?.diagnostics ?? []
        diagnostics += (themes?.diagnostics ?? []) + (groups?.diagnostics ?? []) + (territories?.diagnostics ?? [])
        return (
            Vocabularies(
                themes: themes?.scheme ?? ConceptScheme([]), targetGroups: groups?.scheme ?? ConceptScheme([]),
                territories: territories.map { $0.register.adding(areas?.areas ?? [], groups: areas?.groups ?? []) }
                    ?? TerritoryRegister([]), analyzer: analyzer, rowLicence: rowLicence),
            diagnostics
        )
    }
}

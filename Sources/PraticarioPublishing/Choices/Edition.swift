public import PraticarioCorpus
public import PraticarioSearch
public import PraticarioSystem

/// For whom a `Choice` is written: who publishes it, in which language, on which day, for which readers.
public struct Edition: Sendable {
    /// Of the knowledge base: who publishes, whom to ask.
    public var settings: KnowledgeBaseSettings
    /// The labels of themes, territories and whatever else sheets name by a key.
    public var values: FacetValues
    /// Of labels and headings; sheets keep their own.
    public var language: Language
    /// The day on which it is made.
    public var date: PartialDate
    /// Who shall read it, which decides what may be in it.
    public var audience: Audience
    /// How much of each sheet documents show.
    public var detail: ExportOptions.Detail
    /// The logo of the knowledge base, where it has one.
    package var logo: Logo?
    /// The files beside its sheets; `nil` where there is no folder with any.
    package var files: SheetFiles?

    /// Without a logo and files of sheets; `KnowledgeBase.edition` makes one with them.
    public init(
        settings: KnowledgeBaseSettings, values: FacetValues, language: Language, date: PartialDate,
        audience: Audience = .readers, detail: ExportOptions.Detail = .full
    ) {
        self.settings = settings
        self.values = values
        self.language = language
        self.date = date
        self.audience = audience
        self.detail = detail
    }

    // MARK: Words

    func say(_ it: String, _ en: String) -> String {
        language.say(it, en)
    }

    func labels(_ keys: [String], _ facet: Facet) -> [String] {
        keys.map { values.label(of: $0, in: facet)[language] }
    }

    /// Of what the curator says, BCP 47.
    func textLanguage(of choice: Choice) -> String {
        choice.textLanguage ?? language.rawValue
    }

    /// When a source was read, in brackets; empty where that is not known.
    func accessed(_ source: EntrySource) -> String {
        source.accessed.map { " (" + say("consultata il ", "accessed on ") + $0.text(in: language) + ")" } ?? ""
    }

    /// Whose text a sheet is, and under which licence; no licence means internal use.
    func attribution(of entry: Entry) -> String {
        let licence = entry.licence ?? say("uso interno", "internal use")
        return entry.permission.map { "\($0.by), \(licence)" } ?? licence
    }
}

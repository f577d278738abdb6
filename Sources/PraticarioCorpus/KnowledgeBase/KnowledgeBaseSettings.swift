public import PraticarioSystem

/// What `praticario.yaml` says of a knowledge base as a whole.
public struct KnowledgeBaseSettings: Codable, Hashable, Sendable {
    public var title = ""
    public var publisher: String?
    public var publisherTaxCode: String?
    public var rightsHolder: String?
    /// The address of an office, never a person's.
    public var contactPoint: String?
    public var licence: String?
    /// What every document says of those who paid or helped.
    public var acknowledgement: String?
    /// A PNG or JPEG picture for covers: its path, within the knowledge base.
    public var logo: String?
    /// The language in which new sheets are written and readers are addressed.
    public var language = Language.italian
    /// The version of the folder's layout.
    public var layout = currentLayout

    public static let currentLayout = 1

    public init() {}

    static func read(_ folder: KnowledgeBaseFolder) -> (settings: KnowledgeBaseSettings, diagnostics: [Diagnostic]) {
        let path = KnowledgeBaseFolder.settingsFile
        do {
            return read(try Files.read(folder.path(path)), path: path)
        } catch {
            return (KnowledgeBaseSettings(), [.unreadable(path, error)])
        }
    }

    /// Whether the logo is a picture. Not among the mistakes of the settings' own file, since it is another file.
    public func logoDiagnostics(in folder: KnowledgeBaseFolder) -> [Diagnostic] {
        guard let logo, (try? Files.read(folder.path(logo))).flatMap(Logo.init) == nil else { return [] }
        return [
            Diagnostic(
                .malformedSettings, path: KnowledgeBaseFolder.settingsFile,
                message: LocalizedText(
                    it: "`logo`: \(logo) non c'è, o non è un'immagine PNG o JPEG di al massimo 1 MB",
                    en: "`logo`: \(logo) is not there, or is no PNG or JPEG picture of 1 MB at most"))
        ]
    }

    /// Keys in English or Italian; a key that is not known is reported.
    public static func read(_ bytes: [UInt8], path: String) -> (
        settings: KnowledgeBaseSettings, diagnostics: [Diagnostic]
    ) {
        let yaml = YAMLReader.read(bytes, path: path, malformed: .malformedSettings)
        let source = yaml.source
        var diagnostics = yaml.diagnostics
        var settings = KnowledgeBaseSettings()
        for field in yaml.fields ?? [] {
            let value = field.value
            let problem: (it: String, en: String)?
            switch FieldName.normalized(field.key) {
            case "title", "titolo": problem = set(&settings.title, value.text)
            case "publisher", "editore":
                settings.publisherTaxCode = (value["tax_code"] ?? value["codice_fiscale"])?.text
                problem = set(&settings.publisher, value.text ?? (value["name"] ?? value["nome"])?.text)
            case "rights_holder", "titolare_dei_diritti": problem = set(&settings.rightsHolder, value.text)
            case "contact_point", "contatto": problem = set(&settings.contactPoint, value.text)
            case "licence", "license", "licenza": problem = set(&settings.licence, value.text)
            case "acknowledgement", "ringraziamento": problem = set(&settings.acknowledgement, value.text)
            case "logo": problem = set(&settings.logo, value.text.flatMap { isInside($0) ? $0 : nil })
            case "language", "lingua": problem = set(&settings.language, value.text.flatMap(Language.init))
            case "layout", "formato":
                problem = set(
                    &settings.layout, value.text.flatMap { Int($0) }.flatMap { $0 == currentLayout ? $0 : nil })
            default:
                problem = ("il campo `\(field.key)` non esiste", "there is no field `\(field.key)`")
            }
            if let problem, !value.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .malformedSettings, path: path, at: field.keyPlace,
                        message: LocalizedText(it: problem.it, en: problem.en), excerpt: source.line(at: value.place)))
            }
        }
        return (settings, diagnostics)
    }

    /// A path that cannot lead out of the folder it is taken from.
    private static func isInside(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    private static func set<Value>(_ target: inout Value, _ value: Value?) -> (it: String, en: String)? {
        guard let value else { return ("il valore non è fra quelli possibili", "the value is not a possible one") }
        target = value
        return nil
    }

    private static func set<Value>(_ target: inout Value?, _ value: Value?) -> (it: String, en: String)? {
        guard let value else { return ("qui serve un testo", "a text is needed here") }
        target = value
        return nil
    }
}

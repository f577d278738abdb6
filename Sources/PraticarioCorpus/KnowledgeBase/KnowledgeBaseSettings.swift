public import PraticarioSystem

/// What `praticario.yaml` says of a knowledge base as a whole.
public struct KnowledgeBaseSettings: Codable, Hashable, Sendable {
    /// What it is called; empty where nothing is said.
    public var title = ""
    /// The organization that publishes it.
    public var publisher: String?
    /// Of the publisher, as written.
    public var publisherTaxCode: String?
    /// Who holds the rights, where that is not the publisher.
    public var rightsHolder: String?
    /// The address of an office, never a person's.
    public var contactPoint: String?
    /// Of the whole, such as `CC-BY-4.0`; new collections begin with it, each sheet has its own.
    public var licence: String?
    /// What every document says of those who paid or helped.
    public var acknowledgement: String?
    /// A PNG or JPEG picture for covers: its path, within the knowledge base.
    public var logo: String?
    /// The language in which new sheets are written and readers are addressed.
    public var language = Language.italian
    /// The version of the folder's layout.
    public var layout = currentLayout

    /// The layout that this version reads and writes; another one is reported.
    public static let currentLayout = 1

    /// What a knowledge base without `praticario.yaml` would say.
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
}

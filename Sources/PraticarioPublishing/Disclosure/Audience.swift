public import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Who reads what is exported, which decides what may be in it.
public enum Audience: String, Codable, CaseIterable, Sendable {
    /// People who know where it comes from: all that is published, examples marked.
    case readers
    /// Anyone: nothing without a licence, no examples.
    case anyone
    /// Anyone, to be used again: only what an open licence allows that for.
    case openData
}

extension ExportFormat {
    /// Whom a format is for where nothing else is said: what is made to be published goes to anyone.
    public var audience: Audience {
        switch self {
        case .site, .bundle: .anyone
        case .jsonld, .dcat: .openData
        case .markdown, .html, .page, .docx, .odt, .epub, .pdf, .csv, .xlsx, .json, .jsonl, .skos: .readers
        }
    }
}

extension KnowledgeBase {
    /// A sheet that stayed at home.
    public struct LeftOut: Codable, Hashable, Sendable {
        /// Why a sheet stayed at home, the first that holds.
        public enum Reason: String, Codable, CaseIterable, Sendable {
            /// An entry of a collection without a sheet.
            case missing
            /// A draft, in review or archived.
            case unpublished
            /// An invented sheet: nothing for the public.
            case example
            /// Without a licence it is for internal use, as are communities.
            case noLicence
            /// Its licence does not let everybody use it for everything.
            case closedLicence
            /// It is not among the sheets that a site or a document is about.
            case elsewhere

            /// Behind a number of sheets: `3 non pubblicate`.
            func label(_ count: Int) -> LocalizedText {
                switch self {
                case .unpublished where count == 1: LocalizedText(it: "non pubblicata", en: "not published")
                case .missing: LocalizedText(it: "senza scheda", en: "without a sheet")
                case .unpublished: LocalizedText(it: "non pubblicate", en: "not published")
                case .example: LocalizedText(it: "di esempio", en: "examples")
                case .noLicence: LocalizedText(it: "senza licenza", en: "without a licence")
                case .closedLicence:
                    LocalizedText(it: "con una licenza non aperta", en: "with a licence that is not open")
                case .elsewhere: LocalizedText(it: "su altro", en: "on something else")
                }
            }

            /// `3 non pubblicate, 1 senza licenza`.
            static func text(of counts: [Reason: Int], in language: Language) -> String {
                allCases.compactMap { reason in counts[reason].map { "\($0) \(reason.label($0)[language])" } }
                    .joined(separator: ", ")
            }
        }

        /// Of the sheet; for a missing one as the collection writes it.
        public var id: String
        /// The first that holds.
        public var reason: Reason
    }
}

/// Which sheets an audience may see.
struct Disclosure {
    let audience: Audience
    /// Also what is not published; it is for readers alone.
    let includesDrafts: Bool

    /// `nil` for a sheet that may be shown.
    func reason(toKeep head: EntryHead) -> KnowledgeBase.LeftOut.Reason? {
        let showsDrafts = includesDrafts && audience == .readers
        if head.publication != .published, !showsDrafts { return .unpublished }
        if audience == .readers { return nil }
        if head.isExample { return .example }
        guard let licence = head.licence else { return .noLicence }
        return audience == .openData && !Licence(licence).isOpen ? .closedLicence : nil
    }

    /// Communities have no licence of their own: they go to readers alone.
    func reason(toKeep head: DocumentHead) -> KnowledgeBase.LeftOut.Reason? {
        if audience == .readers { return nil }
        return head.isExample ? .example : .noLicence
    }
}

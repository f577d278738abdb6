import Foundation
public import Praticario
public import PraticarioSystem

/// Why nothing was exported, where neither the disk nor a program is at fault.
public enum ExportProblem: ExplainedError, Codable, Hashable {
    /// The knowledge base keeps its own files at this path.
    case ownFolder(String)
    /// The folder at this path holds something, and not of an earlier export of this format.
    case occupied(String)
    /// The folder at this path is of an earlier export, of a format in which people go on working.
    case inUse(String)
    /// A program ended well and made no document.
    case noDocument(program: String)
    /// None of the sheets may go to whom the export is for; how many stay at home, and why.
    case nothingToPublish([KnowledgeBase.LeftOut.Reason: Int])
    /// The entry of a sheet that must not leave cannot be taken out of the collection's file.
    case inseparable(String, path: String)

    /// Says which place, program or entry, and what to do instead.
    public var message: LocalizedText { message(choosingWith: nil) }

    /// As `message`, saying with which option of a program another place is chosen.
    package func message(choosingWith option: String?) -> LocalizedText {
        let choice = LocalizedText(
            it: option.map { " con \($0)" } ?? "", en: option.map { " with \($0)" } ?? "")
        return switch self {
        case .ownFolder(let path):
            LocalizedText(
                it: "\(path): lì stanno i file dell'archivio; scegli un altro posto" + choice.it,
                en: "\(path): the knowledge base keeps its own files there; choose another place" + choice.en)
        case .occupied(let path):
            LocalizedText(
                it: "\(path) c'è già e non viene da questa esportazione: scegli un altro nome" + choice.it,
                en: "\(path) is already there and was not made by this export: choose another name" + choice.en)
        case .inUse(let path):
            LocalizedText(
                it:
                    "\(path) c'è già, e forse qualcuno ci lavora: scegli un altro nome\(choice.it), o togli la cartella",
                en:
                    "\(path) is already there, and someone may work in it: choose another name\(choice.en), or remove it"
            )
        case .noDocument(let program):
            LocalizedText(
                it: "\(program) non ha scritto nessun documento", en: "\(program) wrote no document")
        case .nothingToPublish(let reasons):
            Self.nothing(reasons)
        case .inseparable(let id, let path):
            LocalizedText(
                it: "\(path): la voce «\(id)» non deve uscire e non si può togliere da sola; toglila a mano",
                en: "\(path): the entry “\(id)” must not leave and cannot be taken out alone; take it out by hand")
        }
    }
}

extension ExportProblem {
    /// What keeps the sheets at home, and what to write where.
    private static func nothing(_ reasons: [KnowledgeBase.LeftOut.Reason: Int]) -> LocalizedText {
        guard !reasons.isEmpty else {
            return LocalizedText(
                it: "nessuna scheda risponde alla domanda, e non è stato scritto nulla",
                en: "no sheet answers the question, and nothing was written")
        }
        let (it, en) = (
            KnowledgeBase.LeftOut.Reason.text(of: reasons, in: .italian),
            KnowledgeBase.LeftOut.Reason.text(of: reasons, in: .english)
        )
        return LocalizedText(
            it: "nessuna scheda può uscire (\(it)), e non è stato scritto nulla; per pubblicarne una:"
                + " praticario publish, che scrive nella scheda `pubblicazione`, `licenza` e `permesso`",
            en: "no sheet may leave (\(en)), and nothing was written; to publish one:"
                + " praticario publish, which writes `publication`, `licence` and `permission` into the sheet")
    }
}

extension OutputFolder {
    /// The folder of an export.
    ///
    /// - Throws: `ExportProblem.occupied` or `inUse` where something stands at the path; `FileProblem`.
    static func forExport(_ path: String, mark: String, replaces: Bool) throws -> OutputFolder {
        do {
            return try OutputFolder(path, mark: mark, replaces: replaces)
        } catch let occupied as OutputFolder.Occupied {
            throw occupied.isSameKind ? ExportProblem.inUse(occupied.path) : .occupied(occupied.path)
        }
    }
}

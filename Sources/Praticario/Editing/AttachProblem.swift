import Foundation
public import PraticarioCorpus
public import PraticarioSystem

/// Why a picture or a paper was not put beside a sheet. Nothing was written.
public enum AttachProblem: ExplainedError, Hashable {
    /// The content is of no kind that is taken here.
    case otherKind(AttachedUse)
    /// What is the matter with the file.
    case unfit(LocalizedText)
    /// Nobody says what is to be seen.
    case noDescription
    /// The sheet names no such file.
    case unknown(String)

    /// Says what to do.
    public var message: LocalizedText {
        switch self {
        case .otherKind(let use):
            LocalizedText(
                it: "questo file è di un altro tipo: qui vanno \(use.kinds); conta il contenuto, non il nome",
                en: "this file is of another kind: \(use.kinds) go here; the content counts, not the name")
        case .unfit(let message): message
        case .noDescription:
            LocalizedText(
                it: "di' che cosa si vede nell'immagine: lo legge chi non la vede",
                en: "say what is to be seen in the picture: who does not see it reads that")
        case .unknown(let name):
            LocalizedText(
                it: "la scheda non nomina un file «\(name)»", en: "the sheet names no file “\(name)”")
        }
    }
}

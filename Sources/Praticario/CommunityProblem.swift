import Foundation
import PraticarioCorpus
public import PraticarioSystem

/// Why a community was not found.
public enum CommunityProblem: ExplainedError, Codable, Hashable {
    /// There is no community with this id or title; the ids of those that there are.
    case unknown(String, known: [String])

    /// Says which, and the nearest name.
    public var message: LocalizedText {
        switch self {
        case .unknown(let name, let known):
            let nearest = Suggestion.nearest(to: name, among: known)
            return LocalizedText(
                it: "non c'è la comunità «\(name)»"
                    + (nearest.map { "; forse volevi «\($0)»?" } ?? "; elenco: praticario community list"),
                en: "there is no community “\(name)”"
                    + (nearest.map { "; did you mean “\($0)”?" } ?? "; list: praticario community list"))
        }
    }
}

import ItalianText
import PraticarioSystem

/// What somebody answered who was asked whether the sheet may be published.
package struct Consent: Sendable {
    /// As written; empty for no answer.
    package let answer: String
    package let place: TextPlace

    /// Only a plain yes is one: `Sì, ma senza foto` is to be asked about, and so is `non so`.
    package var isGiven: Bool {
        let words = TextKey.folded(answer).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = words.first, Self.yes.contains(first) else { return false }
        return words.dropFirst().allSatisfy { Self.yes.contains($0) || Self.polite.contains($0) }
    }

    private static let yes: Set<String> = [
        "si", "yes", "ok", "x", "true", "vero", "1", "autorizzo", "autorizziamo", "acconsento", "acconsentiamo",
        "certo",
        "certamente", "volentieri", "assolutamente", "concordo", "confermo",
    ]
    /// What may stand beside a yes and takes nothing away from it.
    private static let polite: Set<String> = [
        "grazie", "la", "alla", "pubblicazione", "do", "diamo", "il", "consenso", "pure", "d", "accordo", "va", "bene",
    ]
}

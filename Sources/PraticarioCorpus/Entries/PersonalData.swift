import ItalianText

/// Personal data that people paste into sheets without thinking: addresses, mobile numbers, tax codes, bank accounts.
///
/// It looks for shapes, not for meaning, and errs on the side of silence: a landline or an office's address is a
/// body's own.
enum PersonalData {
    enum Kind: CaseIterable {
        case email, mobile, taxCode, iban
    }

    /// The first of each kind, with what was found, in the order of `Kind`.
    static func find(in text: String) -> [(kind: Kind, found: String)] {
        // Nearly all texts have neither an @ nor six digits.
        guard text.utf8.contains(UInt8(ascii: "@")) || text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 6
        else { return [] }
        return Kind.allCases.compactMap { kind in
            first(kind, in: text).map { (kind, $0) }
        }
    }

    private static func first(_ kind: Kind, in text: String) -> String? {
        switch kind {
        case .email: email(in: text)
        case .mobile: standalone(mobile, in: text)
        case .taxCode: standalone(taxCode, in: text.uppercased())
        case .iban: standalone(iban, in: text.uppercased())
        }
    }

    /// The first match that is no part of a longer number or of a web address.
    private static func standalone(_ shape: Regex<Substring>, in text: String) -> String? {
        text.matches(of: shape).first { match in
            guard match.range.lowerBound > text.startIndex else { return true }
            let before = text[text.index(before: match.range.lowerBound)]
            return !before.isNumber && !"/.-=_".contains(before)
        }.map { String($0.output) }
    }

    /// An address that names a person: `nome.cognome@` or one at a provider of private mail, unless it is plainly an
    /// office's.
    private static func email(in text: String) -> String? {
        for match in text.matches(of: address) {
            let parts = match.output.lowercased().split(separator: "@").map(String.init)
            guard parts.count == 2 else { continue }
            let words = parts[0].split { $0 == "." || $0 == "_" || $0 == "-" }.map(String.init)
            if words.contains(where: offices.contains) { continue }
            let namesAPerson = words.count == 2 && words.allSatisfy { $0.count >= 3 && $0.allSatisfy(\.isLetter) }
            if namesAPerson || providers.contains(where: parts[1].hasPrefix) { return String(match.output) }
        }
        return nil
    }

    nonisolated(unsafe) private static let address = #/[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+/#
    nonisolated(unsafe) private static let mobile = #/\b3\d{2}[ .\-\/]?\d{3}[ .\-]?\d{3,4}\b/#
    nonisolated(unsafe) private static let taxCode = #/\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/#
    nonisolated(unsafe) private static let iban = #/\bIT\d{2} ?[A-Z](?: ?[A-Z0-9]){22}\b/#

    private static let offices: Set<String> = [
        "info", "segreteria", "contatti", "amministrazione", "associazione", "presidenza", "direzione", "ufficio",
        "stampa", "comunicazione", "progetti", "volontari", "protocollo", "servizi", "sociale", "coordinamento",
        "posta",
        "mail", "redazione", "scuola", "comune", "rete", "centro", "sportello", "biblioteca", "casa", "aps", "odv",
        "onlus",
    ]
    private static let providers = [
        "gmail.", "libero.", "hotmail.", "outlook.", "yahoo.", "icloud.", "tiscali.", "alice.", "virgilio.", "live.",
        "me.com",
    ]
}

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
        var text = text
        return text.withUTF8 { bytes in
            switch kind {
            case .email: email(in: bytes)
            case .mobile: first(in: bytes) { $0.mobile() }
            case .taxCode: first(in: bytes) { $0.taxCode() }.map { $0.uppercased() }
            case .iban: first(in: bytes) { $0.iban() }.map { $0.uppercased() }
            }
        }
    }

    /// The first place where a shape stands that is no part of a longer number or word or of a web address. A shape has
    /// a greatest length, so that time grows with the text whatever the text is.
    private static func first(
        in bytes: UnsafeBufferPointer<UInt8>, _ shape: (inout ShapeScanner) -> Bool
    ) -> String? {
        for start in bytes.indices where start == 0 || !ShapeScanner.continues(bytes[start - 1]) {
            var scanner = ShapeScanner(bytes, at: start)
            if shape(&scanner), scanner.endsWord {
                return String(decoding: bytes[start..<scanner.position], as: UTF8.self)
            }
        }
        return nil
    }

    /// An address that names a person: `nome.cognome@` or one at a provider of private mail, unless it is plainly an
    /// office's.
    private static func email(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        for at in bytes.indices where bytes[at] == UInt8(ascii: "@") {
            guard let range = ShapeScanner.address(around: at, in: bytes) else { continue }
            let found = String(decoding: bytes[range], as: UTF8.self)
            let parts = found.lowercased().split(separator: "@").map(String.init)
            guard parts.count == 2 else { continue }
            let words = parts[0].split { $0 == "." || $0 == "_" || $0 == "-" }.map(String.init)
            if words.contains(where: offices.contains) { continue }
            let namesAPerson = words.count == 2 && words.allSatisfy { $0.count >= 3 && $0.allSatisfy(\.isLetter) }
            if namesAPerson || providers.contains(where: parts[1].hasPrefix) { return found }
        }
        return nil
    }

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

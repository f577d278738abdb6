import PraticarioSystem

/// Where a cell leads.
package enum CellLink {
    /// An `http`, `https` or `mailto` address.
    case web(String)
    case cell(worksheet: String, row: Int, column: Int)

    /// As the library takes it; `nil` where it is no address, or longer than a spreadsheet allows.
    package var target: String? {
        switch self {
        case .cell(let worksheet, let row, let column):
            let cell = CellRange(rows: row...row, columns: column...column)
            return "internal:\(CellRange.quoted(worksheet))!\(cell.name)"
        case .web(let address):
            guard let scheme = WebAddress.schemes.first(where: address.lowercased().hasPrefix) else { return nil }
            var target = Self.percentEncoded(address.utf8.dropFirst(scheme.utf8.count))
            // The library would take these words for a scheme of its own wherever they stand.
            for word in ["internal", "external"] { target = target.replacing(word + ":", with: word + "%3A") }
            target = scheme + target
            return target.utf8.count > 2_000 ? nil : target
        }
    }

    /// What an address may hold stays, escapes too; any other byte is escaped.
    private static func percentEncoded(_ text: some Collection<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            let isEscape = byte == UInt8(ascii: "%") && rest.prefix(2).count { hexadecimal.contains($0) } == 2
            if isEscape || plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hexadecimal = Set("0123456789ABCDEFabcdef".utf8)
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=".utf8)
}

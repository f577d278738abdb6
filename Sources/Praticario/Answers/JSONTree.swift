/// A value of JSON that is put together by an encoder.
enum JSONTree {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list(Items)
    case object(Members)

    /// Containers hold on to what they fill.
    final class Items {
        var values: [JSONTree] = []
    }

    final class Members {
        var values: [(key: String, value: JSONTree)] = []
    }

    /// `nil` for a number that JSON does not have.
    static func number(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> JSONTree? {
        guard value.isFinite else { return nil }
        let text = String(value)
        return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    var text: String? {
        var writer = Writer()
        writer.write(self, depth: 0)
        return String(validating: writer.bytes, as: UTF8.self)
    }
}

private struct Writer {
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONTree, depth: Int) {
        switch value {
        case .null: write("null")
        case .flag(let flag): write(flag ? "true" : "false")
        case .number(let digits): bytes.append(contentsOf: digits.utf8)
        case .text(let text): write(text: text)
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (number, item) in items.values.enumerated() {
                line(depth + 1, isFirst: number == 0)
                write(item, depth: depth + 1)
            }
            if items.values.isEmpty { write("\n") }
            line(depth, isFirst: true)
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (number, member) in members.values.sorted(by: { $0.key < $1.key }).enumerated() {
                line(depth + 1, isFirst: number == 0)
                write(text: member.key)
                write(" : ")
                write(member.value, depth: depth + 1)
            }
            if members.values.isEmpty { write("\n") }
            line(depth, isFirst: true)
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func line(_ depth: Int, isFirst: Bool) {
        write(isFirst ? "\n" : ",\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func write(text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            // Most of a text stands as it is, and is taken over in one piece.
            var start = 0
            for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: text[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write("\\\"")
        case UInt8(ascii: "\\"): write("\\\\")
        case 0x08: write("\\b")
        case 0x0C: write("\\f")
        case UInt8(ascii: "\n"): write("\\n")
        case UInt8(ascii: "\r"): write("\\r")
        case UInt8(ascii: "\t"): write("\\t")
        default:
            let digits = String(byte, radix: 16)
            write(byte < 0x10 ? "\\u000" : "\\u00")
            bytes.append(contentsOf: digits.utf8)
        }
    }
}

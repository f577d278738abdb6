/// The tags and texts of an XML document, one after the other, for documents that programs write: no entities but the five
/// of XML and characters by number, no document types.
struct XMLEvents: Sequence, IteratorProtocol {
    enum Event {
        /// `isEmpty` is a tag that closes itself; no `end` follows it.
        case start(name: String, attributes: [String: String], isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Event? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let start = place
                place = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                return .text(Self.unescaped(bytes[start..<place]))
            }
            if follows("<!--") {
                place = end(of: "-->")
            } else if follows("<![CDATA[") {
                let start = place + 9
                place = end(of: "]]>")
                return .text(String(decoding: bytes[start..<Swift.max(start, place - 3)], as: UTF8.self))
            } else if follows("<?") || follows("<!") {
                place = end(of: ">")
            } else {
                return tag()
            }
        }
        return nil
    }

    private func follows(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        return bytes[place..<(place + count)].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
    }

    /// The place after the next `mark`.
    private func end(of mark: String) -> Int {
        let mark = Array(mark.utf8)
        var index = place
        while index + mark.count <= bytes.count {
            if bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return bytes.count
    }

    private mutating func tag() -> Event {
        place += 1
        let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        let name = word()
        var attributes: [String: String] = [:]
        var isEmpty = false
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] == UInt8(ascii: "/") {
                isEmpty = true
                place += 1
                continue
            }
            let key = word()
            guard !key.isEmpty else {
                place += 1
                continue
            }
            while place < bytes.count, Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "=") { place += 1 }
            guard place < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place]) else { continue }
            let quote = bytes[place]
            let start = place + 1
            place = bytes[start...].firstIndex(of: quote) ?? bytes.count
            attributes[key] = Self.unescaped(bytes[start..<Swift.max(start, place)])
            place = Swift.min(place + 1, bytes.count)
        }
        place = Swift.min(place + 1, bytes.count)
        return isEnd ? .end(name: name) : .start(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), !Self.endsWord(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var rest = bytes
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += String(decoding: rest[rest.startIndex..<mark], as: UTF8.self)
            guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                rest = rest[mark...]
                break
            }
            let name = String(decoding: rest[(mark + 1)..<end], as: UTF8.self)
            text += character(name) ?? "&\(name);"
            rest = rest[(end + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func character(_ name: String) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let isHexadecimal = name.lowercased().hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).map { String($0) }
        }
    }
}

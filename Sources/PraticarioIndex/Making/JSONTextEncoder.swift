/// Writes a value as JSON straight into bytes, its keys in the order in which it writes them: the same value gives the same
/// bytes. Foundation's encoder makes a tree of dictionaries first, which takes three times as long and forgets the order.
///
/// Containers within a container are written one after the other, as values of ours do.
struct JSONTextEncoder: Encoder {
    fileprivate let writer: Writer

    /// - Parameter userInfo: for what writes itself in more than one way.
    static func bytes(of value: some Encodable, userInfo: [CodingUserInfoKey: any Sendable] = [:]) throws -> [UInt8] {
        let writer = Writer(userInfo)
        try writer.write(value)
        return writer.bytes
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { writer.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Keyed<Key>(writer: writer, level: writer.open("{", "}")))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        Items(writer: writer, level: writer.open("[", "]"))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: writer) }

    fileprivate final class Writer {
        let userInfo: [CodingUserInfoKey: any Sendable]
        private(set) var bytes: [UInt8] = []
        /// What closes each container that is open, and whether it holds anything yet.
        private var levels: [(end: UInt8, isEmpty: Bool)] = []

        init(_ userInfo: [CodingUserInfoKey: any Sendable]) {
            self.userInfo = userInfo
            bytes.reserveCapacity(1 << 11)
        }

        func open(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> Int {
            bytes.append(UInt8(ascii: start))
            levels.append((UInt8(ascii: end), true))
            return levels.count
        }

        private func close(to level: Int) {
            while levels.count > level, let last = levels.popLast() { bytes.append(last.end) }
        }

        /// Closes what is open within a container, and begins another of its items.
        func beginItem(at level: Int) {
            close(to: level)
            if levels[level - 1].isEmpty {
                levels[level - 1].isEmpty = false
            } else {
                bytes.append(UInt8(ascii: ","))
            }
        }

        func begin(_ key: some CodingKey, at level: Int) {
            beginItem(at: level)
            write(text: key.stringValue)
            bytes.append(UInt8(ascii: ":"))
        }

        func writeNil() { bytes.append(contentsOf: "null".utf8) }

        func write<Value: Encodable>(_ value: Value) throws {
            if writePlain(value) { return }
            let level = levels.count
            try value.encode(to: JSONTextEncoder(writer: self))
            close(to: level)
        }

        /// Writes a value of the types that nearly all values consist of, and says whether it is one.
        func writePlain<Value: Encodable>(_ value: Value) -> Bool {
            if Value.self == String.self {
                write(text: unsafeBitCast(value, to: String.self))
            } else if Value.self == Bool.self {
                bytes.append(contentsOf: (unsafeBitCast(value, to: Bool.self) ? "true" : "false").utf8)
            } else if Value.self == Int.self {
                bytes.append(contentsOf: String(unsafeBitCast(value, to: Int.self)).utf8)
            } else {
                return false
            }
            return true
        }

        /// Writes what encodes itself as a single value.
        func writeSingle<Value: Encodable>(_ value: Value) throws {
            if writePlain(value) { return }
            switch value {
            case let number as any BinaryInteger: bytes.append(contentsOf: "\(number)".utf8)
            case let number as any BinaryFloatingPoint:
                guard number.isFinite else {
                    throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "not finite"))
                }
                bytes.append(contentsOf: "\(number)".utf8)
            default: try write(value)
            }
        }

        private func write(text: String) {
            var text = text
            bytes.append(UInt8(ascii: "\""))
            text.withUTF8 { utf8 in
                var start = 0
                for index in utf8.indices {
                    let byte = utf8[index]
                    guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                    bytes.append(contentsOf: utf8[start..<index])
                    start = index + 1
                    switch byte {
                    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
                    case 0x20...: bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
                    default:
                        let digits = String(byte, radix: 16)
                        bytes.append(contentsOf: (#"\u00"# + (byte < 0x10 ? "0" : "") + digits).utf8)
                    }
                }
                bytes.append(contentsOf: utf8[start...])
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let writer: Writer
        let level: Int
        var codingPath: [any CodingKey] { [] }

        func encodeNil(forKey key: Key) {
            writer.begin(key, at: level)
            writer.writeNil()
        }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            writer.begin(key, at: level)
            try writer.write(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            superEncoder(forKey: key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            superEncoder(forKey: key).unkeyedContainer()
        }

        func superEncoder() -> any Encoder { begin("super") }

        func superEncoder(forKey key: Key) -> any Encoder { begin(key.stringValue) }

        private func begin(_ key: String) -> JSONTextEncoder {
            writer.begin(Name(stringValue: key), at: level)
            return JSONTextEncoder(writer: writer)
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Items: UnkeyedEncodingContainer {
        let writer: Writer
        let level: Int
        private(set) var count = 0
        var codingPath: [any CodingKey] { [] }

        init(writer: Writer, level: Int) {
            self.writer = writer
            self.level = level
        }

        mutating func encodeNil() {
            begin()
            writer.writeNil()
        }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            begin()
            try writer.write(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            superEncoder().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

        mutating func superEncoder() -> any Encoder {
            begin()
            return JSONTextEncoder(writer: writer)
        }

        private mutating func begin() {
            writer.beginItem(at: level)
            count += 1
        }
    }

    private struct Single: SingleValueEncodingContainer {
        let writer: Writer
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { writer.writeNil() }

        func encode<Value: Encodable>(_ value: Value) throws { try writer.writeSingle(value) }
    }
}

import Synchronization

/// Makes a `JSONTree` of a value; keys are written in snake case, but for those of dictionaries, which are somebody's own words.
final class JSONTreeEncoder {
    /// The keys of our outputs are few, and come again in every item.
    private static let snakeCase = Mutex<[String: String]>([:])
    private var known = snakeCase.withLock { $0 }

    func tree(of value: some Encodable) throws -> JSONTree {
        switch value {
        case let text as String: return .text(text)
        case let flag as Bool: return .flag(flag)
        case let number as Int: return .number(String(number))
        case let number as Double:
            guard let tree = JSONTree.number(number) else {
                throw EncodingError.invalidValue(
                    number, EncodingError.Context(codingPath: [], debugDescription: "no number of JSON"))
            }
            return tree
        default:
            let slot = Slot(self, keepsKeys: value is any StringKeyed)
            try value.encode(to: slot)
            return slot.tree
        }
    }

    fileprivate func snakeCase(_ key: String) -> String {
        if let known = known[key] { return known }
        let made = Self.snakeCase(of: key)
        known[key] = made
        Self.snakeCase.withLock { $0[key] = made }
        return made
    }

    /// `totalWithAllWords` is `total_with_all_words`, `theURLOfIt` is `the_url_of_it`.
    private static func snakeCase(of key: String) -> String {
        let letters = Array(key)
        var made = ""
        for (index, letter) in letters.enumerated() {
            let isBegin =
                index > 0 && letter.isUppercase
                && (!letters[index - 1].isUppercase || letters[(index + 1)...].first?.isLowercase == true)
            if isBegin { made += "_" }
            made += letter.lowercased()
        }
        return made
    }
}

/// A dictionary whose keys are texts.
private protocol StringKeyed {}

extension Dictionary: StringKeyed where Key == String, Value: Encodable {}

/// Where one value comes.
private final class Slot: Encoder {
    private let maker: JSONTreeEncoder
    private let keepsKeys: Bool
    private(set) var tree = JSONTree.null
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(_ maker: JSONTreeEncoder, keepsKeys: Bool = false) {
        self.maker = maker
        self.keepsKeys = keepsKeys
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object(let members) = tree {
            return KeyedEncodingContainer(Keyed(maker: maker, members: members, keepsKeys: keepsKeys))
        }
        let members = JSONTree.Members()
        tree = .object(members)
        return KeyedEncodingContainer(Keyed(maker: maker, members: members, keepsKeys: keepsKeys))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .list(let items) = tree { return Unkeyed(maker: maker, items: items) }
        let items = JSONTree.Items()
        tree = .list(items)
        return Unkeyed(maker: maker, items: items)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(maker: maker, slot: self) }

    struct Single: SingleValueEncodingContainer {
        let maker: JSONTreeEncoder
        let slot: Slot
        let codingPath: [any CodingKey] = []

        mutating func encodeNil() throws { slot.tree = .null }

        mutating func encode(_ value: some Encodable) throws {
            switch value {
            case let text as String: slot.tree = .text(text)
            // Numbers of whatever size come here of themselves.
            case let number as any BinaryInteger: slot.tree = .number("\(number)")
            case let number as Float: slot.tree = try maker.tree(of: Double("\(number)") ?? .nan)
            default: slot.tree = try maker.tree(of: value)
            }
        }
    }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let maker: JSONTreeEncoder
    let members: JSONTree.Members
    let keepsKeys: Bool
    let codingPath: [any CodingKey] = []

    private func name(_ key: Key) -> String {
        keepsKeys ? key.stringValue : maker.snakeCase(key.stringValue)
    }

    mutating func encodeNil(forKey key: Key) throws { members.values.append((name(key), .null)) }
    mutating func encode(_ value: String, forKey key: Key) throws { members.values.append((name(key), .text(value))) }
    mutating func encode(_ value: Bool, forKey key: Key) throws { members.values.append((name(key), .flag(value))) }
    mutating func encode(_ value: Int, forKey key: Key) throws {
        members.values.append((name(key), .number(String(value))))
    }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        members.values.append((name(key), try maker.tree(of: value)))
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = JSONTree.Members()
        members.values.append((name(key), .object(nested)))
        return KeyedEncodingContainer(Keyed<NestedKey>(maker: maker, members: nested, keepsKeys: false))
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = JSONTree.Items()
        members.values.append((name(key), .list(nested)))
        return Unkeyed(maker: maker, items: nested)
    }

    // No output of ours has a class above it.
    mutating func superEncoder() -> any Encoder { preconditionFailure("outputs are structures") }
    mutating func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("outputs are structures") }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let maker: JSONTreeEncoder
    let items: JSONTree.Items
    let codingPath: [any CodingKey] = []

    var count: Int { items.values.count }

    mutating func encodeNil() throws { items.values.append(.null) }
    mutating func encode(_ value: some Encodable) throws { items.values.append(try maker.tree(of: value)) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = JSONTree.Members()
        items.values.append(.object(nested))
        return KeyedEncodingContainer(Keyed<NestedKey>(maker: maker, members: nested, keepsKeys: false))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let nested = JSONTree.Items()
        items.values.append(.list(nested))
        return Unkeyed(maker: maker, items: nested)
    }

    mutating func superEncoder() -> any Encoder { preconditionFailure("outputs are structures") }
}

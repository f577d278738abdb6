/// As much of JSON as JSON-LD needs.
enum JSONValue: Encodable, ExpressibleByStringLiteral, Sendable {
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(stringLiteral text: String) {
        self = .text(text)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}

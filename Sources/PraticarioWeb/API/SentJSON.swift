import PraticarioCorpus

/// What a program sent, before anybody asks what it means.
indirect enum SentJSON: Decodable, Sendable {
    case text(String)
    case list([SentJSON])
    case parts([String: SentJSON])
    case nothing

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .nothing
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let flag = try? value.decode(Bool.self) {
            self = .text(flag ? "sì" : "no")
        } else if let number = try? value.decode(Int.self) {
            self = .text(String(number))
        } else if let items = try? value.decode([SentJSON].self) {
            self = .list(items)
        } else {
            self = .parts(try value.decode([String: SentJSON].self))
        }
    }

    /// As a field says it that may hold values of a shape.
    ///
    /// - Throws: `WebProblem.badValue` where it does not fit.
    func value(_ shape: FieldShape, _ name: String) throws -> FieldValue {
        switch (shape, self) {
        case (_, .nothing): return .none
        case (.list(let item), .list(let items)):
            return .list(try items.enumerated().map { try $1.value(item, "\(name)[\($0)]") })
        case (.list(let item), _): return .list([try value(item, name)])
        case (.parts(let parts), .parts(let own)):
            return .parts(
                try own.sorted { $0.key < $1.key }.map { key, value in
                    guard let part = parts.first(where: { $0.english == key }) else {
                        throw WebProblem.badValue(name: "\(name).\(key)")
                    }
                    return FieldValue.Part(part: part, value: try value.value(part.shape, "\(name).\(key)"))
                })
        case (.parts(let parts), .text(let text)):
            return .parts([FieldValue.Part(part: parts[0], value: .text(text))])
        case (_, .text(let text)): return .text(text)
        default: throw WebProblem.badValue(name: name)
        }
    }
}

/// What is HTML before a template sees it.
protocol ReadyHTML {
    var html: String { get }
}

/// A structure that pages have many of: it says by itself what its names stand for, which is sooner than looking into it.
protocol TemplateFields {
    var fields: [String: TemplateValue] { get }
}

/// A value of ours as a template takes it.
enum TemplateValue: Equatable, Sendable {
    /// Whether something holds; also what is not there: a template looks for nothing in what stands around, and would find the
    /// summary of a collection in a sheet that has none.
    case flag(Bool)
    case text(String)
    case list([TemplateValue])
    case fields([String: TemplateValue])

    /// A structure by the names of its properties, and all within it the same way.
    init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let flag as Bool: self = .flag(flag)
        case let number as Int: self = .text(String(number))
        case let known as any TemplateFields: self = .fields(known.fields)
        case let ready as any ReadyHTML: self = .text(ready.html)
        default: self.init(reflecting: value)
        }
    }

    private init(reflecting value: Any) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: self = mirror.children.first.map { TemplateValue($0.value) } ?? .flag(false)
        case .collection: self = .list(mirror.children.map { TemplateValue($0.value) })
        case .struct:
            self = .fields(Self.fields(of: mirror))
        default: self = .text(String(describing: value))
        }
    }

    /// By the names of the properties.
    static func fields(of mirror: Mirror) -> [String: TemplateValue] {
        var fields: [String: TemplateValue] = [:]
        fields.reserveCapacity(mirror.children.count)
        for case (let name?, let value) in mirror.children { fields[name] = TemplateValue(value) }
        return fields
    }

    /// What is not there.
    init(_ text: String?) { self = text.map { .text($0) } ?? .flag(false) }

    subscript(name: String) -> TemplateValue? {
        if case .fields(let fields) = self { fields[name] } else { nil }
    }

    /// Whether a section of it is written.
    var isSomething: Bool {
        switch self {
        case .flag(let holds): holds
        case .list(let values): !values.isEmpty
        case .text, .fields: true
        }
    }

    /// Whether there is nothing to show of it.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .flag, .list, .fields: !isSomething
        }
    }
}

/// What is HTML before a template sees it.
protocol ReadyHTML {
    var html: String { get }
}

/// Values of ours as a template takes them.
enum TemplateValue {
    /// A structure as a dictionary by the names of its properties, and all within it the same way.
    ///
    /// What is not there becomes `false` and not nothing: a template looks for nothing in what stands around, and would find
    /// the summary of a collection in a sheet that has none.
    static func of(_ value: Any) -> Any {
        switch value {
        case is String, is Int, is Bool: return value
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { of($0.value) } ?? false
        case .collection: return mirror.children.map { of($0.value) }
        case .struct:
            if let ready = value as? any ReadyHTML { return ready.html }
            return Dictionary(
                uniqueKeysWithValues: mirror.children.compactMap { child in
                    child.label.map { ($0, of(child.value)) }
                }) as [String: Any]
        default: return String(describing: value)
        }
    }
}

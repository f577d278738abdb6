/// As SwiftUI declares it, as far as the names go: what draws itself.
public protocol View {
    associatedtype Body: View
    @ViewBuilder var body: Body { get }
}

extension Never: View {
    public var body: Never { return fatalError("Never draws nothing") }
}

/// A view that is words only; `lines` are what would be seen.
public protocol Drawn: View where Body == Never {
    var lines: [String] { get }
}

extension Drawn {
    public var body: Never { return fatalError("it draws itself") }
}

extension View {
    /// What a screen would show.
    public var screen: [String] {
        (self as? any Drawn)?.lines ?? body.screen
    }
}

@resultBuilder public enum ViewBuilder {
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> Group {
        var lines: [String] = []
        for view in repeat each content { lines += view.screen }
        return Group(lines: lines)
    }
}

public struct Group: Drawn {
    public let lines: [String]
}

public struct Text: Drawn {
    public let lines: [String]
    public init(_ text: String) { lines = [text] }
}

public struct Label: Drawn {
    public let lines: [String]
    public init(_ text: String, systemImage: String) { lines = [text] }
}

public struct Link: Drawn {
    public let lines: [String]
    public init(_ text: String, destination: String) { lines = [text + " <" + destination + ">"] }
}

public struct Section: Drawn {
    public let lines: [String]
    public init(_ title: String, @ViewBuilder content: () -> some View) { lines = [title] + content().screen }
}

public struct List: Drawn {
    public let lines: [String]
    public init<Element>(_ elements: [Element], row: (Element) -> some View) {
        lines = elements.flatMap { row($0).screen }
    }
}

public struct Table: Drawn {
    public let lines: [String]
    public init<Element>(_ rows: [Element], column: (Element) -> String) { lines = rows.map(column) }
}

@propertyWrapper public struct State<Value> {
    public var wrappedValue: Value
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

@propertyWrapper public struct Environment<Value> {
    public let wrappedValue: Value
    public init(_ value: Value) { wrappedValue = value }
}

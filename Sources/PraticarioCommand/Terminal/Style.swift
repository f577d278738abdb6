/// Emphasis on a terminal; plain text everywhere else.
struct Style {
    let usesColour: Bool

    func title(_ text: String) -> String { wrap(text, "1") }
    func found(_ text: String) -> String { wrap(text, "1;4") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func error(_ text: String) -> String { wrap(text, "1;31") }
    func warning(_ text: String) -> String { wrap(text, "1;33") }

    private func wrap(_ text: String, _ code: String) -> String {
        usesColour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

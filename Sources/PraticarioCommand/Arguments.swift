/// Words of a question that look like options are words.
enum Arguments {
    /// In `search bambini -molise`, `-molise` excludes a word. ArgumentParser would read it as options, so its hyphen
    /// becomes a minus sign, which the query language reads alike. `-h` and everything after `--` stay as they are.
    static func protectingWords(_ arguments: [String]) -> [String] {
        guard let command = arguments.firstIndex(where: { !$0.hasPrefix("-") }),
            ["search", "cerca"].contains(arguments[command])
        else {
            return arguments
        }
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        return arguments.indices.map { index in
            let word = arguments[index]
            guard index > command, index < end, word.hasPrefix("-"), !word.hasPrefix("--"), word.count > 2 else {
                return word
            }
            return "\u{2212}" + word.dropFirst()
        }
    }

    /// The command line, as `praticario undo` names it: what has spaces, between quotes.
    static func asTyped(_ arguments: [String]) -> String {
        let words = arguments.map { word in
            word.isEmpty || word.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "'" })
                ? "\"" + word.replacing("\"", with: "\\\"") + "\"" : word
        }
        return (["praticario"] + words).joined(separator: " ")
    }
}

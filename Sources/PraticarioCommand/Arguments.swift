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
}

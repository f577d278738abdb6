import PraticarioSearch

/// The columns that hold the searchable texts: one for each text field, in their order.
enum TextColumn {
    static let all = TextField.allCases.map { "\($0)" }
    static let names = all.joined(separator: ", ")
    static let definitions = all.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")
    /// What stands for the text of each column where FTS5 is told its terms (`IndexTokenizer`).
    static let numbers = TextField.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    static let placeholders = all.map { _ in "?" }.joined(separator: ", ")
}

import PraticarioSearch

/// The columns that hold the searchable texts: one for each text field, in their order.
enum TextColumn {
    static let all = TextField.allCases.map { "\($0)" }
    static let names = all.joined(separator: ", ")
    static let definitions = all.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")
    static let placeholders = all.map { _ in "?" }.joined(separator: ", ")
}

public import Praticario
public import PraticarioCorpus

extension KnowledgeBase {
    /// How a spreadsheet is to be taken in, where that is not to be found out.
    public struct ImportOptions: Sendable {
        /// Of the rows that state none.
        public var kind: EntryKind
        /// What a column is, by its heading, where the proposal is wrong.
        public var columns: [String: TableTarget]
        /// Their words and ours, for all rows of the table, from now on.
        package var words: [TableMap.Word]
        /// What was typed over rows of the file.
        package var typed = TypedRows()
        /// The row of the headings, as spreadsheet programs count.
        public var headerRow: Int?
        /// Whether rows that are there already stay as they are.
        public var takesNewOnly: Bool

        /// Finds out everything else.
        public init(
            kind: EntryKind = .experience, columns: [String: TableTarget] = [:], headerRow: Int? = nil,
            takesNewOnly: Bool = false
        ) {
            self.kind = kind
            self.columns = columns
            words = []
            self.headerRow = headerRow
            self.takesNewOnly = takesNewOnly
        }

        /// From now on a word of those who answered means another one in a field; `-` takes it away.
        public mutating func replace(_ theirs: String, with ours: String, in target: TableTarget) {
            words.append(TableMap.Word(target, theirs: theirs, ours: ours))
        }
    }
}

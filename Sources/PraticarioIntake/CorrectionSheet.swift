import PraticarioCorpus
import PraticarioSystem

/// The rows that need an answer, as a file for those who wrote them: their cells, the id first, what is the matter last.
struct CorrectionSheet {
    private var rows: [[String]] = []
    private let headings: [String]
    private let columns: [Int]
    /// The column of ids among those that came in.
    private let idColumn: Int?
    private let language: Language

    init(_ headings: [String], _ map: TableMap, _ language: Language) {
        let lookup = map.lookup
        columns = headings.indices.filter { !headings[$0].isEmpty && !TableHeading.isProblem(headings[$0]) }
        idColumn = columns.first { lookup.target(of: headings[$0]) == .field(.id) }
        let idHeading = map.columns.first { $0.target == .field(.id) }?.heading ?? "id"
        self.headings = (idColumn == nil ? [idHeading] : []) + columns.map { headings[$0] }
        self.language = language
    }

    /// Errors, and what looks like another sheet.
    static func needsAnswer(_ problem: Diagnostic) -> Bool {
        problem.severity == .error || problem.code == .nearDuplicate || problem.code == .repeatedID
    }

    mutating func add(_ id: String, _ cells: [String], _ problems: [Diagnostic]) {
        let own = columns.map { column in
            column == idColumn ? id : column < cells.count ? cells[column] : ""
        }
        let told = problems.filter(Self.needsAnswer).map { $0.message[language] }
        rows.append((idColumn == nil ? [id] : []) + own + [told.joined(separator: "; ")])
    }

    /// `nil` when there are none.
    var csv: String? {
        guard !rows.isEmpty else { return nil }
        let writer = CSVWriter(.excel)
        return rows.reduce(writer.preamble + writer.line(headings + [TableHeading.problem.text[language]])) {
            $0 + writer.line($1)
        }
    }
}

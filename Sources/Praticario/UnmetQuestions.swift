import ItalianText
public import PraticarioCorpus
public import PraticarioSearch
import PraticarioSystem

/// The questions to which a knowledge base has no good answer: what people look for and nobody has written yet.
///
/// They are kept on this computer only, beside the index, where git does not look, and only once somebody has said so: people
/// type what is nobody's business.
public struct UnmetQuestions: Sendable {
    private let folder: String

    /// Those of a knowledge base.
    public init(of folder: KnowledgeBaseFolder) {
        self.folder = folder.path(".praticario")
    }

    private var path: String { folder + "/domande-senza-risposta.tsv" }

    /// Beyond this many bytes nothing is added: nobody reads so many.
    private static let limit = 1 << 20

    /// Whether questions are kept.
    public var areKept: Bool { Files.type(of: path) == .file }

    /// Keeps questions from now on.
    ///
    /// - Throws: `FileProblem` where the folder of the knowledge base cannot be written.
    public func start() throws {
        guard !areKept else { return }
        try Files.makeFolder(folder)
        try Files.ignoreInGit(folder)
        try Files.write([], to: path)
    }

    /// Keeps none any more, and forgets those that were kept.
    public func stop() {
        Files.remove(path)
    }

    /// Takes a question down if questions are kept, and nothing was found or some of its words are in no sheet.
    ///
    /// - Throws: `FileProblem` where it cannot be written.
    public func note(_ question: String, _ results: SearchResults, on day: PartialDate) throws {
        let asked = Self.oneLine(question)
        guard areKept, !asked.isEmpty, results.total == 0 || !results.query.absent.isEmpty else { return }
        // A server has many who ask at once.
        let lock = try FileLock(path + ".lock", waiting: true)
        defer { withExtendedLifetime(lock) {} }
        guard areKept else { return }
        let bytes = try Files.read(path)
        guard bytes.count < Self.limit else { return }
        let absent = results.query.absent.map(Self.oneLine).joined(separator: "|")
        let line = [day.iso8601, String(results.total), absent, asked].joined(separator: "\t") + "\n"
        try Files.write(bytes + line.utf8, to: path)
    }

    /// A question, however often it was asked.
    public struct Question: Codable, Hashable, Sendable {
        /// As it was typed last.
        public var text: String
        /// How often it was asked, whatever its case and accents.
        public var count: Int
        /// The day on which it was asked last.
        public var last: PartialDate
        /// What no sheet had then.
        public var absent: [String]
        /// How many sheets were found all the same.
        public var total: Int
    }

    /// Those that were kept, the most frequent first, then the latest, then by their text; lines that are none are passed
    /// over.
    public func all() throws -> [Question] {
        guard areKept else { return [] }
        var questions: [String: Question] = [:]
        for line in String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let day = PartialDate(cells[0]), let total = Int(cells[1]) else { continue }
            let key = TextKey.folded(cells[3])
            questions[key] = Question(
                text: cells[3], count: (questions[key]?.count ?? 0) + 1, last: day,
                absent: cells[2].split(separator: "|").map(String.init), total: total)
        }
        return questions.values.sorted { a, b in
            if a.count != b.count { return a.count > b.count }
            if a.last != b.last { return a.last.iso8601 > b.last.iso8601 }
            return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
        }
    }

    /// Without what parts the cells of a line.
    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control || $0 == "|" ? " " : Character($0) })
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

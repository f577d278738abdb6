import GRDB
import GRDBSQLite
import ItalianText

/// The terms of a language for FTS5: each word's exact form opens a position, its stems stand at the same one.
///
/// Queries arrive as terms already and are only split at spaces: stemming a stem again would change one in forty.
final class IndexTokenizer: FTS5CustomTokenizer {
    static let name = "praticario"

    /// Made for the first text: questions are only split.
    private lazy var scanner = TermScanner(analyzer)
    private let analyzer: TextAnalyzer

    /// The argument is the language, as `IndexSchema` writes it.
    init(db: Database, arguments: [String]) {
        analyzer = TextAnalyzer.of(language: arguments.first ?? "")
    }

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return SQLITE_OK }
        var status = SQLITE_OK
        pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { bytes in
            let text = UnsafeBufferPointer(start: bytes, count: Int(nText))
            func emit(_ term: UnsafeBufferPointer<UInt8>, colocated: Bool, _ range: Range<Int>) -> Bool {
                status = term.withMemoryRebound(to: CChar.self) { chars in
                    tokenCallback(
                        context, colocated ? FTS5_TOKEN_COLOCATED : 0, chars.baseAddress, CInt(chars.count),
                        CInt(range.lowerBound), CInt(range.upperBound))
                }
                return status == SQLITE_OK
            }
            if tokenization.contains(.query) {
                Self.splitAtSpaces(text) { emit(UnsafeBufferPointer(rebasing: text[$0]), colocated: false, $0) }
            } else {
                scanner.scan(text) { term, kind, range in emit(term, colocated: kind != .exact, range) }
            }
        }
        return status
    }

    private static func splitAtSpaces(_ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Bool) {
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == 0x20 {
            if index > start, !body(start..<index) { return }
            start = index + 1
        }
    }
}

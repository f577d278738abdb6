import GRDB
import GRDBSQLite

/// The terms of a language for FTS5: each word's exact form opens a position, its stems stand at the same one.
///
/// Documents were taken apart before they come here (`DocumentTerms`), for all that is made of them at once: what FTS5 is
/// given as a column's text is only the number of the text field, whose terms it is told. Queries arrive as terms already and
/// are only split at spaces: stemming a stem again would change one in forty.
final class IndexTokenizer: FTS5CustomTokenizer {
    static let name = "praticario"

    /// The document that a statement puts in or takes out.
    @TaskLocal static var document: DocumentTerms?

    init(db: Database, arguments: [String]) {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return SQLITE_OK }
        var status = SQLITE_OK
        pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { bytes in
            let text = UnsafeBufferPointer(start: bytes, count: Int(nText))
            func emit(_ term: UnsafeBufferPointer<UInt8>, _ isColocated: Bool, _ range: Range<Int>) -> Bool {
                status = term.withMemoryRebound(to: CChar.self) { chars in
                    tokenCallback(
                        context, isColocated ? FTS5_TOKEN_COLOCATED : 0, chars.baseAddress, CInt(chars.count),
                        CInt(range.lowerBound), CInt(range.upperBound))
                }
                return status == SQLITE_OK
            }
            if tokenization.contains(.query) {
                Self.splitAtSpaces(text) { emit(UnsafeBufferPointer(rebasing: text[$0]), false, $0) }
            } else if let document = Self.document, let field = Int(String(decoding: text, as: UTF8.self)) {
                // FTS5 keeps no ranges of what it stores.
                document.forEachToken(in: field) { emit($0, $1, 0..<0) }
            } else {
                status = SQLITE_MISUSE
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

/// Word families, written by hand: forms that the stemmer would part are joined, others that it would join are parted.
enum Lexicon {
    /// The term of a form, as bytes of the table; `nil` for a form that is in no family.
    static func term(of form: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        table.rest(ofLineFor: form)
    }

    /// The first two letters of the forms of a term that begin otherwise than it; `nil` where all begin as it does.
    static func otherBeginnings(ofFormsOf term: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        beginnings.rest(ofLineFor: term)
    }

    private static let table = SortedLines(LexiconTable.lines)
    private static let beginnings = SortedLines(LexiconTable.beginnings)
}

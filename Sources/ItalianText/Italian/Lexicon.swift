/// Word families, written by hand: forms that the stemmer would part are joined, others that it would join are parted.
enum Lexicon {
    /// The term of a form, as bytes of the table; `nil` for a form that is in no family.
    static func term(of form: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        table.rest(ofLineFor: form)
    }

    private static let table = SortedLines(LexiconTable.lines)
}

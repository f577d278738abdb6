/// The terms of the words met last, by their forms: stemming is nearly all the cost of tokenizing, and a text repeats
/// its words. Direct-mapped: a word that needs a taken place takes it.
struct TermCache {
    struct Terms {
        /// The form with accents off, after U+E000.
        var exact: [UInt8]
        /// Empty for a stop word.
        var stem: [UInt8]
        /// Empty where there is none.
        var variant: [UInt8]
    }

    private var keys: [[UInt8]]
    private var terms: [Terms]

    /// `size` is a power of two.
    init(size: Int) {
        keys = [[UInt8]](repeating: [], count: size)
        terms = [Terms](repeating: Terms(exact: [], stem: [], variant: []), count: size)
    }

    /// The place of a form in the cache, from a hash that the scanner makes while it reads.
    func place(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & UInt64(keys.count - 1))
    }

    func has(_ form: [UInt8], at place: Int) -> Bool {
        keys[place] == form
    }

    subscript(place: Int) -> Terms {
        _read { yield terms[place] }
    }

    mutating func store(_ form: [UInt8], _ new: Terms, at place: Int) {
        keys[place] = form
        terms[place] = new
    }
}

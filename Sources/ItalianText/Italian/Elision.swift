/// Articles and prepositions that lose their vowel before a word: `l'`, `dell'`, `quest'`.
enum Elision {
    /// Whether a word of lower-case ASCII letters, followed by an apostrophe and a letter, is to be dropped.
    static func isElided(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count <= 7 else { return false }
        return packed.contains(pack(word))
    }

    /// Up to eight bytes as one number: comparing numbers needs no hashing of strings.
    private static func pack(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static let packed: [UInt64] = [
        "l", "un", "d", "c", "m", "t", "s", "v", "n", "gl", "dell", "all", "dall", "nell", "sull", "coll", "pell",
        "degl", "agl", "dagl", "negl", "sugl", "cogl", "quest", "quell", "quegl", "codest", "bell", "tutt", "nessun",
        "ciascun", "qualcun", "alcun", "anch", "com", "dov", "cos", "quand", "mezz", "cent", "trent", "vent", "sett",
        "ott", "nov", "senz", "ch", "o", "j",
    ].map { pack($0.utf8) }
}

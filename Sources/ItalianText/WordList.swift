/// Lists of words that are written in the source, parted by spaces and ends of lines.
package enum WordList {
    /// In their order. Bytes are looked at, no characters: to ask Unicode what each of thousands is would be felt at every start.
    ///
    /// `WordList.words(of: "uno due\ntre")  // ["uno", "due", "tre"]`
    package static func words(of list: String) -> [String] {
        list.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
    }
}

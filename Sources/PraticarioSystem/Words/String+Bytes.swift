extension String {
    /// Whether some bytes stand in the text, as they are: for marks of which nearly no text has one. What the standard
    /// library looks for is characters, which takes a hundred times as long.
    package func hasBytes(of mark: String) -> Bool {
        var (text, mark) = (self, mark)
        return text.withUTF8 { text in
            mark.withUTF8 { mark in
                guard let first = mark.first else { return true }
                guard mark.count <= text.count else { return false }
                for start in 0...(text.count - mark.count) where text[start] == first {
                    if text[start..<(start + mark.count)].elementsEqual(mark) { return true }
                }
                return false
            }
        }
    }
}

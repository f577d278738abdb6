extension String {
    /// Whether the bytes of another text stand somewhere in this one, which is seen much sooner than whether its characters do.
    package func hasBytes(of wanted: String) -> Bool {
        var (text, wanted) = (self, wanted)
        return text.withUTF8 { text in
            wanted.withUTF8 { wanted in
                guard text.count >= wanted.count else { return false }
                return (0...(text.count - wanted.count)).contains { start in
                    wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
                }
            }
        }
    }
}

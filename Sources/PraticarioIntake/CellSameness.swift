import PraticarioCorpus

/// Whether two cells say the same.
enum CellSameness {
    /// What matters in a cell: not how its spaces and line ends are, nor whether a day has its time beside it and which way
    /// round it is written, which differs between the files that one form gives.
    static func key(_ cell: String) -> String {
        let words = cell.split(whereSeparator: \.isWhitespace)
        if let first = words.first, words.count <= 2, first.contains(where: { "-/.".contains($0) }),
            let date = PartialDate(String(first)), date.day != nil,
            words.dropFirst().allSatisfy({ $0.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." } })
        {
            return date.iso8601
        }
        return words.joined(separator: " ")
    }

    static func isSame(_ a: String, _ b: String) -> Bool {
        a == b || key(a) == key(b)
    }
}

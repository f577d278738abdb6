import PraticarioSystem

/// Several names in one text, as people write them into one cell or line.
enum SeveralNames {
    /// What stands between names whatever they are.
    private static let separators: [Character] = [";", "\n"]
    /// What may also stand within a name: only where it leaves names that all mean something.
    private static let joiners = [" / ", "/", " - ", " – ", " — ", " + ", " & ", " e ", " ed ", " and "]

    /// The names with what they mean, in their order; `nil` for one that means nothing.
    ///
    /// - Parameter meaning: `nil` for a text that is no name.
    static func told<Meaning>(
        in text: String, _ meaning: (String) -> Meaning?
    ) -> [(text: String, meaning: Meaning?)] {
        for separator in separators where text.contains(separator) {
            return parts(text.split(separator: separator).map(String.init)).flatMap { told(in: $0, meaning) }
        }
        // A name may have a comma; but where each part is a name, the words of all must not be taken for one.
        let listed = parts(text.split(separator: ",").map(String.init))
        let named = listed.map { (text: $0, meaning: meaning($0)) }
        if listed.count > 1, named.allSatisfy({ $0.meaning != nil }) { return named }
        if let meaning = meaning(text) { return [(text, meaning)] }
        if listed.count > 1 { return listed.flatMap { Self.told(in: $0, meaning) } }
        return joined(text, meaning) ?? [(text, nil)]
    }

    private static func joined<Meaning>(
        _ text: String, _ meaning: (String) -> Meaning?
    ) -> [(text: String, meaning: Meaning?)]? {
        let lower = text.lowercased()
        for joiner in joiners where lower.contains(joiner) {
            let parts = parts(text.components(separatedBy: joiner, ignoringCase: true))
            let told = parts.map { (text: $0, meaning: meaning($0)) }
            if parts.count > 1, told.allSatisfy({ $0.meaning != nil }) { return told }
        }
        return nil
    }

    private static func parts(_ texts: [String]) -> [String] {
        texts.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }
}

extension String {
    /// The stretches between a separator, whatever its case.
    fileprivate func components(separatedBy separator: String, ignoringCase: Bool) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.lowercased().firstRange(of: separator) {
            let offset = rest.lowercased().distance(from: rest.lowercased().startIndex, to: range.lowerBound)
            let end = rest.index(rest.startIndex, offsetBy: offset)
            parts.append(String(rest[..<end]))
            rest = rest[rest.index(end, offsetBy: separator.count)...]
        }
        return parts + [String(rest)]
    }
}

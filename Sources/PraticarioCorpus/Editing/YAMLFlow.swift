import PraticarioSystem

/// Where values between brackets end: quotes, comments and brackets within brackets are known, nothing else of YAML is.
struct YAMLFlow {
    private let lines: [[Unicode.Scalar]]

    init(_ lines: [String]) {
        self.lines = lines.map { Array($0.unicodeScalars) }
    }

    /// The bracket that closes what opens at a place, and the last sign before it.
    func close(of start: TextPlace) -> (place: TextPlace, last: Unicode.Scalar?)? {
        var last: Unicode.Scalar?
        let place = walk(from: start) { depth, sign in
            if depth == 0, "]}".unicodeScalars.contains(sign) { return true }
            if !sign.properties.isWhitespace { last = sign }
            return false
        }
        return place.map { ($0, last) }
    }

    /// The place behind a value that stands between brackets, without the spaces before what follows.
    func end(ofValueAt start: TextPlace) -> TextPlace? {
        guard let first = scalar(at: start) else { return nil }
        if "[{".unicodeScalars.contains(first) {
            return close(of: start).map { TextPlace(line: $0.place.line, column: $0.place.column + 1) }
        }
        guard
            var end = walk(
                from: start,
                until: { depth, sign in
                    depth == 0 && sign == "," || depth < 0
                })
        else { return nil }
        while end.line == start.line, end.column > start.column,
            lines[end.line - 1][end.column - 2].properties.isWhitespace
        { end = TextPlace(line: end.line, column: end.column - 1) }
        return end
    }

    private func scalar(at place: TextPlace) -> Unicode.Scalar? {
        guard lines.indices.contains(place.line - 1), lines[place.line - 1].indices.contains(place.column - 1)
        else { return nil }
        return lines[place.line - 1][place.column - 1]
    }

    /// Goes on to where `isEnd` holds of the depth after a sign that is neither in quotes nor in a comment.
    private func walk(from start: TextPlace, until isEnd: (Int, Unicode.Scalar) -> Bool) -> TextPlace? {
        var depth = 0
        var quote: Unicode.Scalar?
        for line in max(0, start.line - 1)..<max(lines.count, start.line - 1) {
            var column = line == start.line - 1 ? start.column - 1 : 0
            let scalars = lines[line]
            while column < scalars.count {
                let sign = scalars[column]
                let before = column > 0 ? scalars[column - 1] : " "
                defer { column += 1 }
                if let open = quote {
                    if open == "\"", sign == "\\" {
                        column += 1
                    } else if sign == open {
                        quote = nil
                    }
                    continue
                }
                let beginsValue = before.properties.isWhitespace || "[{,:".unicodeScalars.contains(before)
                switch sign {
                case "\"" where beginsValue, "'" where beginsValue: quote = sign
                case "#" where before.properties.isWhitespace: column = scalars.count
                case "[", "{": depth += 1
                case "]", "}": depth -= 1
                default: break
                }
                if column < scalars.count, isEnd(depth, sign) { return TextPlace(line: line + 1, column: column + 1) }
            }
        }
        return nil
    }
}

import PraticarioSystem

/// A value of one line as typed, and what YAML makes of it.
struct YAMLValue {
    enum Verdict: Equatable {
        case fine
        /// A text, for YAML can read it as nothing or would lose a part of it. Offsets are in Unicode scalars.
        case text(_ mark: Character, offset: Int)
        /// What follows the offset is not read, and may be meant so.
        case comment(offset: Int)
        /// The deeper lines below are the text.
        case lines
        /// It goes on in the lines below, until the mark is closed.
        case open(_ mark: Character, offset: Int)
    }

    private let value: Substring
    private let isItem: Bool
    /// Whether deeper lines follow.
    private let hasMore: Bool

    init(_ value: Substring, isItem: Bool, hasMore: Bool) {
        self.value = value
        self.isItem = isItem
        self.hasMore = hasMore
    }

    /// Without a comment that is set apart as one: two spaces before its mark, one behind it.
    var typed: String {
        var text = value
        if let comment = value.firstRange(of: "  # ") { text = value[..<comment.lowerBound] }
        return String(text).trimmingSpaces()
    }

    /// What is left of it before an offset.
    func read(to offset: Int) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.prefix(offset))).trimmingSpaces()
    }

    func verdict(_ anchors: Set<Substring>, _ aliases: Set<Substring>) -> Verdict {
        guard let first = value.first else { return .fine }
        let text: Verdict = hasMore ? .fine : .text(first, offset: 0)
        let name = value.dropFirst().prefix { !$0.isWhitespace }
        let isWord = name.count == value.trimmingSuffixSpaces().count - 1
        switch first {
        case "#": return isItem || value.dropFirst().first?.isWhitespace != false ? .fine : .comment(offset: 0)
        case "\"", "'":
            guard let end = Self.close(of: first, in: value.dropFirst()) else { return .open(first, offset: 0) }
            return isNothing(value[end...]) ? .fine : text
        case "[", "{": return bracketed(text)
        case "!": return name.first == "!" || (isWord && hasMore) ? .fine : text
        case "&": return aliases.contains(name) || (isWord && hasMore) ? .fine : text
        case "*": return anchors.contains(name) && isWord ? .fine : text
        case "@", "`", "%", ",", "]", "}": return text
        case "|", ">": return Self.isBlockHeader(value.dropFirst()) ? .lines : text
        case "-", "?": return isItem || !name.isEmpty ? plain : text
        default: return plain
        }
    }

    /// The line in which a mark that was opened is closed.
    func end(of mark: Character, in lines: ArraySlice<Substring>) -> Int? {
        guard mark == "[" || mark == "{" else {
            return lines.indices.first { Self.close(of: mark, in: lines[$0]) != nil }
        }
        guard mark != "#" else { return nil }
        var brackets = YAMLBrackets()
        brackets.read(value)
        for (index, line) in zip(lines.indices, lines) {
            brackets.endLine()
            if brackets.read(line) != nil { return index }
        }
        return nil
    }

    /// Where a quotation ends whose text begins here: behind the closing quote.
    static func close(of quote: Character, in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == "\\", quote == "\"" {
                index = next < text.endIndex ? text.index(after: next) : next
            } else if text[index] != quote {
                index = next
            } else if quote == "'", next < text.endIndex, text[next] == quote {
                index = text.index(after: next)
            } else {
                return next
            }
        }
        return nil
    }

    /// Whether nothing but a comment follows, or the colon of what turns out to be a key.
    private func isNothing(_ rest: Substring) -> Bool {
        let text = rest.drop(while: \.isWhitespace)
        guard let first = text.first else { return true }
        return (first == "#" && rest.startIndex != text.startIndex) || (isItem && first == ":")
    }

    private func bracketed(_ text: Verdict) -> Verdict {
        var brackets = YAMLBrackets()
        if let end = brackets.read(value) { return isNothing(value[end...]) ? .fine : text }
        if let comment = brackets.comment {
            var whole = YAMLBrackets(heedingComments: false)
            // A comment has taken the closing bracket along.
            if whole.read(value) != nil {
                return .open("#", offset: value[..<comment].unicodeScalars.count)
            }
        }
        return .open(value.first ?? "[", offset: 0)
    }

    /// A value without a mark at its beginning.
    private var plain: Verdict {
        let end = value.trimmingSuffixSpaces().endIndex
        var previous: Character = " "
        for index in value[..<end].indices {
            defer { previous = value[index] }
            let after = value[value.index(after: index)..<end].first
            let offset = { value[..<index].unicodeScalars.count }
            if !isItem, value[index] == ":", after == nil || after == " " {
                return hasMore ? .fine : .text(":", offset: offset())
            }
            guard value[index] == "#", previous.isWhitespace, let after else { continue }
            let before = value[..<index]
            if after.isWhitespace { return before.hasSuffix("  ") ? .fine : .comment(offset: offset()) }
            // A number, or a hashtag in a text of words; behind a single word it may be a remark.
            let isProse = after.isNumber || before.split(whereSeparator: \.isWhitespace).count > 1
            return isProse && !hasMore ? .text("#", offset: offset()) : .comment(offset: offset())
        }
        return .fine
    }

    /// Behind `|` or `>`: how lines are kept and indented, then at most a comment.
    private static func isBlockHeader(_ text: Substring) -> Bool {
        let rest = text.drop { "+-123456789".contains($0) }
        let after = rest.drop(while: \.isWhitespace)
        return text.count - rest.count <= 2 && (after.isEmpty || (after.first == "#" && after.count < rest.count))
    }
}

/// Follows brackets over lines, past quotations and comments.
struct YAMLBrackets {
    private var depth = 0
    private var quote: Character?
    private let heedsComments: Bool
    /// Where the first comment begins.
    private(set) var comment: Substring.Index?
    private var previous: Character = " "

    init(heedingComments: Bool = true) {
        heedsComments = heedingComments
    }

    mutating func endLine() { previous = " " }

    /// The place behind the bracket that closes the first one; `nil` where it is not in this text.
    @discardableResult
    mutating func read(_ text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if let open = quote {
                guard let end = YAMLValue.close(of: open, in: text[index...]) else { return nil }
                quote = nil
                previous = open
                index = end
                continue
            }
            let begins = previous.isWhitespace || "[{,:".contains(previous)
            switch character {
            case "\"",
                "'" where begins:
                quote = character
            case "#" where begins && heedsComments:
                comment = comment ?? index
                return nil
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth <= 0 { return next }
            default: break
            }
            previous = character
            index = next
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimmingSuffixSpaces() -> Substring {
        var text = self
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}

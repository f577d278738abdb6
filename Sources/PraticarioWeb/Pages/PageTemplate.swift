/// A template taken apart, once for all pages that are made of it. Of Mustache it knows what ours need: `{{name}}`,
/// `{{{name}}}` for what is HTML already, sections `{{#name}}` and `{{^name}}`, also of `empty(name)`, `{{> partial}}`, and
/// `{{<frame}}` with blocks `{{$block}}`. A tag of a section, a partial or a block that has its line to itself takes the line away.
struct PageTemplate: Sendable {
    /// A value by the names that lead to it, the first from anywhere around; none for the value itself.
    struct Path: Equatable, Sendable {
        let names: [String]
        /// Whether only this is asked of it.
        let isEmpty: Bool

        init(_ text: String) {
            let function = "empty("
            isEmpty = text.hasPrefix(function) && text.hasSuffix(")")
            let name = isEmpty ? text.dropFirst(function.count).dropLast() : Substring(text)
            names = name.split(separator: ".").map(String.init)
        }
    }

    indirect enum Part: Sendable {
        case text(String)
        case value(Path, isHTML: Bool)
        /// `isWhere`: whether it stands where there is something, else where there is nothing.
        case section(Path, isWhere: Bool, [Part])
        /// Another template, with the blocks that take the place of its own.
        case template(String, blocks: [String: [Part]])
        case block(String, [Part])
    }

    /// Why a template is none.
    struct Mistake: Error, Equatable {
        let reason: String
    }

    let parts: [Part]

    /// - Throws: `Mistake`.
    init(_ text: String) throws {
        var reader = Reader(text)
        parts = try reader.parts(until: nil)
    }
}

extension PageTemplate {
    private struct Tag {
        /// What stands before the name; empty for a value.
        let sign: String
        let name: String
    }

    private struct Reader {
        private var rest: Substring
        /// Whether nothing but spaces stands before on the same line.
        private var isLineFree = true

        init(_ text: String) { rest = text[...] }

        /// - Parameter end: the name of the section that these are in.
        mutating func parts(until end: String?) throws -> [Part] {
            var parts: [Part] = []
            while let tag = try next(&parts) {
                switch tag.sign {
                case "": parts.append(.value(Path(tag.name), isHTML: false))
                case "{": parts.append(.value(Path(tag.name), isHTML: true))
                case "#", "^":
                    parts.append(
                        .section(Path(tag.name), isWhere: tag.sign == "#", try self.parts(until: tag.name)))
                case ">": parts.append(.template(tag.name, blocks: [:]))
                case "<": parts.append(.template(tag.name, blocks: Self.blocks(try self.parts(until: tag.name))))
                case "$": parts.append(.block(tag.name, try self.parts(until: tag.name)))
                default:
                    guard tag.name == end else { throw Mistake(reason: "{{/\(tag.name)}} ends what is not open") }
                    return parts
                }
            }
            guard let end else { return parts }
            throw Mistake(reason: "\(end) does not end")
        }

        /// What stands between blocks is for who reads the template.
        private static func blocks(_ parts: [Part]) -> [String: [Part]] {
            parts.reduce(into: [:]) { blocks, part in
                if case .block(let name, let own) = part { blocks[name] = own }
            }
        }

        /// The next tag, after what stands before it became a part; `nil` at the end.
        private mutating func next(_ parts: inout [Part]) throws -> Tag? {
            guard let start = rest.firstRange(of: "{{") else {
                if !rest.isEmpty { parts.append(.text(String(rest))) }
                rest = rest[rest.endIndex...]
                return nil
            }
            var before = rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            let sign = rest.first.map(String.init).flatMap { "{#^/><$".contains($0) ? $0 : nil } ?? ""
            let closing = sign == "{" ? "}}}" : "}}"
            guard let end = rest.firstRange(of: closing) else { throw Mistake(reason: "a tag without an end") }
            let name = rest[..<end.lowerBound].dropFirst(sign.count).filter { !$0.isWhitespace }
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || ".()".contains($0) }) else {
                throw Mistake(reason: "\(name) is no name")
            }
            rest = rest[end.upperBound...]
            let line = before.lastIndex(where: \.isNewline).map { before[before.index(after: $0)...] }
            isLineFree = (line ?? before).allSatisfy(\.isWhitespace) && (line != nil || isLineFree)
            if isLineFree, !["", "{"].contains(sign), let next = Self.nextLine(rest) {
                before = before[..<(line?.startIndex ?? before.startIndex)]
                rest = rest[next...]
            } else {
                isLineFree = false
            }
            if !before.isEmpty { parts.append(.text(String(before))) }
            return Tag(sign: sign, name: name)
        }

        /// Where the next line begins; `nil` where more stands on this one.
        private static func nextLine(_ text: Substring) -> Substring.Index? {
            let end = text.firstIndex { $0.isNewline || !$0.isWhitespace }
            guard let end else { return text.endIndex }
            return text[end].isNewline ? text.index(after: end) : nil
        }
    }
}

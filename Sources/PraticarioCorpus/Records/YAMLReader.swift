import Yams
import PraticarioSystem

/// YAML read as people mean it: every scalar is text, every value has its place, and a mistake is explained.
enum YAMLReader {
    /// A whole file; `malformed` is what it is called when it cannot be read.
    static func read(
        _ bytes: [UInt8], path: String, malformed: DiagnosticCode
    ) -> (source: SourceText, fields: [RecordField]?, diagnostics: [Diagnostic]) {
        let (source, encodingProblems) = SourceText.decode(bytes, path: path)
        let yaml = read(source, lines: source.lines.indices, path: path, malformed: malformed)
        return (source, yaml.fields, encodingProblems + yaml.diagnostics)
    }

    /// The map that stands on `lines` of the source; `nil`, with a diagnostic, when it is not readable as one.
    static func read(
        _ source: SourceText, lines: Range<Int>, path: String, malformed: DiagnosticCode = .malformedHeader
    ) -> (fields: [RecordField]?, diagnostics: [Diagnostic]) {
        let text = source.lines[lines].joined(separator: "\n")
        let offset = lines.lowerBound
        func failure(_ place: TextPlace, _ code: DiagnosticCode, _ message: LocalizedText) -> Diagnostic {
            Diagnostic(code, path: path, at: place, message: message, excerpt: source.line(at: place))
        }
        let start = TextPlace(line: offset + 1, column: 1)
        guard isReasonable(text) else {
            return (
                nil,
                [
                    failure(
                        start, malformed,
                        LocalizedText(
                            it: "l'intestazione è troppo lunga o troppo annidata per essere quella di una scheda",
                            en: "the header is too long or too deeply nested to be that of a sheet"))
                ]
            )
        }
        let marks = YAMLMarks(source.lines[lines])
        func told(_ finding: YAMLMarks.Finding, _ code: DiagnosticCode) -> Diagnostic {
            failure(TextPlace(line: finding.place.line + offset, column: finding.place.column), code, finding.message)
        }
        let marked = marks.findings.map { told($0, .yamlMark) }
        if let unclosed = marks.unclosed { return (nil, marked + [told(unclosed, malformed)]) }
        var lines = marks.lines
        var repeated = marked
        while true {
            do {
                // Every scalar is text to us: what it could be besides is not looked up.
                let parser = try Yams.Parser(
                    yaml: lines.joined(separator: "\n"), resolver: .basic, encoding: .utf8)
                guard let node = try parser.singleRoot() else { return ([], repeated) }
                var converter = Converter(lineOffset: offset)
                let value = converter.convert(node)
                if !converter.overflowed, case .map(let fields) = value.content { return (fields, repeated) }
                return (
                    nil,
                    repeated + [
                        failure(
                            start, malformed,
                            LocalizedText(
                                it:
                                    "l'intestazione deve essere un elenco di campi, uno per riga: `titolo: Il nome della pratica`",
                                en: "the header must be a list of fields, one a line: `title: The name of the practice`"
                            ))
                    ]
                )
            } catch YamlError.duplicatedKeysInMapping(let keys, _) where repeated.count < marked.count + 20 {
                guard let key = keys.first, let line = blankRepetition(of: key, in: &lines) else {
                    return (nil, repeated + [failure(start, .repeatedField, repetition(of: keys.first ?? "?"))])
                }
                let place = TextPlace(line: line + offset, column: 1)
                repeated.append(failure(place, .repeatedField, repetition(of: key)))
            } catch let error as YamlError {
                let mistake = YAMLMistake.explain(
                    error, lines: source.lines[..<(offset + lines.count)], lineOffset: offset)
                return (nil, repeated + [failure(mistake.place, malformed, mistake.message)])
            } catch {
                return (nil, repeated + [failure(start, malformed, LocalizedText(both: "\(error)"))])
            }
        }
    }

    private static func repetition(of key: String) -> LocalizedText {
        LocalizedText(
            it: "il campo `\(key)` è scritto due volte: vale il primo, tieni una riga sola",
            en: "the field `\(key)` is written twice: the first one counts, keep one line")
    }

    /// Empties the second line that begins with `key` at the indentation of an earlier one, and what is indented
    /// below it, so that one repeated field does not cost the whole header. Returns its number from 1.
    private static func blankRepetition(of key: String, in lines: inout [Substring]) -> Int? {
        func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
        var seen: Set<Int> = []
        for index in lines.indices {
            let content = lines[index].drop { $0 == " " }
            guard content.hasPrefix("\(key):") || content.hasPrefix("\(key) :") else { continue }
            let depth = indentation(lines[index])
            guard !seen.insert(depth).inserted else { continue }
            var end = index + 1
            while end < lines.count,
                indentation(lines[end]) > depth || lines[end].allSatisfy(\.isWhitespace)
                    || (indentation(lines[end]) == depth && lines[end].dropFirst(depth).hasPrefix("- "))
            { end += 1 }
            for blank in index..<end { lines[blank] = "" }
            return index + 1
        }
        return nil
    }

    /// Guards the recursion of the YAML composer: no sheet nests thirty levels, refers to anchors by the dozen,
    /// or has a header of more than 256 kB.
    private static func isReasonable(_ text: String) -> Bool {
        var depth = 0, deepest = 0, aliases = 0, anchors = 0, indicators = 0, previous: UInt8 = 0x0A
        var isQuoted = false, isEscaped = false, mark: UInt8 = 0
        for byte in text.utf8 {
            defer { previous = byte }
            // Anchors and aliases, wherever they stand: whether a quote is one is known for sure only to the parser.
            if mark == UInt8(ascii: "*"), !isSpace(byte) { aliases += 1 }
            if mark == UInt8(ascii: "&"), !isSpace(byte) { anchors += 1 }
            mark = beginsValue(after: previous) ? byte : 0
            // Of a text of several lines each line is looked at on its own.
            if byte == 0x0A { (isQuoted, isEscaped) = (false, false) }
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            // Where a value may begin, a quote begins one; what is in it nests nothing.
            case UInt8(ascii: "\"") where beginsValue(after: previous): isQuoted = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case 0x0A: indicators = 0
            case 0x20 where [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(previous):
                indicators += 1
            default: break
            }
            deepest = max(deepest, depth, indicators - 200)
        }
        return text.utf8.count <= 256 << 10 && deepest <= 30 && (aliases <= 8 || anchors == 0)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: true
        default: false
        }
    }

    /// Whether a value may begin behind this byte: a space, or what separates values of one line.
    private static func beginsValue(after byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): true
        default: isSpace(byte)
        }
    }

    private struct Converter {
        let lineOffset: Int
        /// Aliases repeat what they refer to: this bounds what a small header can unfold to.
        private var budget = 20_000
        var overflowed: Bool { budget <= 0 }

        init(lineOffset: Int) {
            self.lineOffset = lineOffset
        }

        mutating func convert(_ node: Node) -> RecordValue {
            budget -= 1
            let place = place(of: node)
            guard budget > 0 else { return RecordValue(content: .text(""), place: place) }
            switch node {
            case .scalar(let scalar):
                let isNull = scalar.style == .plain && ["~", "null"].contains(scalar.string)
                return RecordValue(content: .text(isNull ? "" : scalar.string.trimmingSpaces()), place: place)
            case .sequence(let sequence):
                var values: [RecordValue] = []
                for node in sequence { values.append(convert(node)) }
                return RecordValue(content: .list(values), place: place)
            case .mapping(let mapping):
                var fields: [RecordField] = []
                for (key, value) in mapping {
                    fields.append(
                        RecordField(
                            key: key.scalar?.string ?? "?", keyPlace: self.place(of: key), value: convert(value)))
                }
                return RecordValue(content: .map(fields), place: place)
            case .alias:
                return RecordValue(content: .text(""), place: place)
            }
        }

        private func place(of node: Node) -> TextPlace {
            TextPlace(line: (node.mark?.line ?? 1) + lineOffset, column: node.mark?.column ?? 1)
        }
    }
}

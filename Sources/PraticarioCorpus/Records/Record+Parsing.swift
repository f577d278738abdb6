import ItalianText
import PraticarioSystem

extension Record {
    /// A sheet of more bytes than this is left out: it is no sheet, and nobody would read it.
    package static let sizeLimit = 2 << 20

    /// Reads a sheet: a YAML header between two lines `---`, then Markdown.
    ///
    /// Never throws: what cannot be read is reported. `record` is `nil` only when there is no readable header.
    ///
    /// ```swift
    /// let (record, _) = Record.parse(Array("---\ntitolo: Orto\n---\nTesto".utf8), path: "schede/orto.md")
    /// record?.fields[0].key  // "titolo"
    /// ```
    package static func parse(_ bytes: [UInt8], path: String) -> (record: Record?, diagnostics: [Diagnostic]) {
        guard bytes.count <= sizeLimit else {
            let message = LocalizedText(
                it: "il file supera i 2 MB: una scheda è un testo breve; sposta altrove gli allegati",
                en: "the file is larger than 2 MB: a sheet is a short text; keep attachments elsewhere")
            return (nil, [Diagnostic(.oversizedFile, path: path, message: message)])
        }
        var (source, diagnostics) = SourceText.decode(bytes, path: path)
        func failure(_ code: DiagnosticCode, _ line: Int, _ message: LocalizedText) -> (Record?, [Diagnostic]) {
            let place = TextPlace(line: line, column: 1)
            diagnostics.append(
                Diagnostic(code, path: path, at: place, message: message, excerpt: source.line(at: place)))
            return (nil, diagnostics)
        }

        guard let opening = source.lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }),
            isFence(source.lines[opening])
        else {
            let first = source.lines.firstIndex { !$0.allSatisfy(\.isWhitespace) }
            if let first, source.lines[first].hasPrefix("+++") {
                return failure(
                    .missingHeader, first + 1,
                    LocalizedText(
                        it:
                            "l'intestazione fra righe `+++` è in TOML: scrivila in YAML, fra due righe `---`, con `titolo: \"Orto\"` al posto di `title = \"Orto\"`",
                        en:
                            "the header between lines `+++` is TOML: write it as YAML, between two lines `---`, with `title: \"Garden\"` in place of `title = \"Garden\"`"
                    ))
            }
            return failure(
                .missingHeader, 1,
                LocalizedText(
                    it:
                        "manca l'intestazione: la scheda deve cominciare con una riga `---`, poi i campi, poi un'altra riga `---`",
                    en: "there is no header: a sheet begins with a line `---`, then the fields, then another line `---`"
                ))
        }
        guard let closing = source.lines[(opening + 1)...].firstIndex(where: isFence) else {
            return failure(
                .unclosedHeader, opening + 1,
                LocalizedText(
                    it: "l'intestazione non è chiusa: dopo l'ultimo campo serve una riga `---`",
                    en: "the header is not closed: after the last field there must be a line `---`"))
        }

        let header = YAMLReader.read(source, lines: (opening + 1)..<closing, path: path)
        diagnostics += header.diagnostics
        guard let fields = header.fields else { return (nil, diagnostics) }
        let body = source.lines[(closing + 1)...].joined(separator: "\n")
        let record = Record(
            origin: Origin(path: path), fallbackID: fallbackID(path: path), excerpt: source.line, fields: fields,
            body: body, bodyLine: closing + 2)
        return (record, diagnostics)
    }

    /// The slug of the file's name without its extension. `orto/index.md`, as programs for web sites lay pages out, is
    /// named by its folder.
    static func fallbackID(path: String) -> String {
        let parts = path.split(separator: "/")
        let stem = Self.stem(path)
        let pieces = stem.split(separator: ".", maxSplits: 1)
        guard parts.count > 2, ["index", "_index"].contains(pieces.first) else { return slug(stem) }
        return slug(([parts[parts.count - 2]] + pieces.dropFirst()).joined(separator: "."))
    }

    private static func slug(_ name: String) -> String {
        let slug = TextKey.slug(name)
        return slug.isEmpty ? "scheda" : slug
    }

    /// The language that a file's name says, `orto.en.md`; `nil` where it says none.
    static func language(ofName path: String) -> String? {
        let pieces = stem(path).split(separator: ".")
        guard pieces.count > 1, let last = pieces.last.map({ $0.lowercased() }), languages.contains(last) else {
            return nil
        }
        return last
    }

    /// What is written in Italy beside Italian: two letters at the end of a name are not always a language.
    private static let languages: Set<String> = [
        "it", "en", "fr", "de", "es", "pt", "sl", "hr", "ro", "sq", "ar", "zh", "uk", "ru", "pl", "bn", "hi", "ur",
        "tr",
    ]

    private static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }
}

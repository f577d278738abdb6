import Foundation
import PraticarioCorpus

/// A selection as JSON: all that its sheets say, and what the curator says between them. `docs/dati.md` describes it.
struct JSONExport {
    private let selection: Selection
    private let encoder: JSONEncoder

    init(_ selection: Selection) {
        self.selection = selection
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
    }

    /// JSON Lines: a sheet a line.
    func writeLines(to out: inout some TextOutputStream) throws {
        try selection.forEachSheet { _, entry in out.write(json(of: entry.withoutInternalNotes) + "\n") }
    }

    /// One object with the collection, its parts and the sheets.
    func write(to out: inout some TextOutputStream) throws {
        let head = Head(
            collection: Collection(selection), made: selection.date.iso8601, parts: selection.parts.map(Part.init))
        out.write(json(of: head).dropLast() + ",\"sheets\":[")
        var isFirst = true
        try selection.forEachSheet { _, entry in
            out.write((isFirst ? "\n" : ",\n") + json(of: entry.withoutInternalNotes))
            isFirst = false
        }
        out.write("\n]}\n")
    }

    private func json(of value: some Encodable) -> String {
        guard let data = try? encoder.encode(value) else { preconditionFailure("a sheet has no JSON") }
        return String(decoding: data, as: UTF8.self)
    }

    private struct Head: Encodable {
        let format = "praticario"
        let version = 1
        let collection: Collection
        let made: String
        let parts: [Part]
    }

    private struct Collection: Encodable {
        let id: String?
        let title: String
        let summary: String?
        let curator: String?
        let licence: String?
        let language: String
        let updated: String?
        let query: String?

        init(_ selection: Selection) {
            id = selection.id
            title = selection.title
            summary = selection.summary
            curator = selection.curator
            licence = selection.licence
            language = selection.textLanguage
            updated = selection.updated?.iso8601
            query = selection.query
        }
    }

    private struct Part: Encodable {
        var text: String?
        var sheet: String?
        var note: String?

        init(_ part: Selection.Part) {
            switch part {
            case .text(let markdown): text = markdown
            case .sheet(let item):
                sheet = item.id
                note = item.note.isEmpty ? nil : item.note
            }
        }
    }
}

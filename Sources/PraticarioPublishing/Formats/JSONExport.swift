import Foundation
import PraticarioCorpus
import PraticarioSearch

/// A choice as JSON: all that its sheets say, and what the curator says between them. `docs/dati.md` describes it.
struct JSONExport {
    private let choice: Choice
    private let edition: Edition
    private let encoder: JSONEncoder

    init(_ choice: Choice, _ edition: Edition) {
        self.choice = choice
        self.edition = edition
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
    }

    /// JSON Lines: a sheet a line.
    func writeLines(to out: inout some TextOutputStream) throws {
        try choice.forEachSheet { entry, _ in out.write(json(of: Disclosure.data(entry)) + "\n") }
    }

    /// One object with the collection, its parts and the sheets.
    func write(to out: inout some TextOutputStream) throws {
        let head = Head(
            collection: Collection(choice, language: edition.textLanguage(of: choice)), made: edition.date.iso8601,
            parts: choice.parts.map(Part.init))
        out.write(json(of: head).dropLast() + ",\"sheets\":[")
        var isFirst = true
        try choice.forEachSheet { entry, _ in
            out.write((isFirst ? "\n" : ",\n") + json(of: Disclosure.data(entry)))
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

        init(_ choice: Choice, language: String) {
            id = choice.id
            title = choice.title
            summary = choice.summary
            curator = choice.curator
            licence = choice.licence
            self.language = language
            updated = choice.updated?.iso8601
            query = choice.query
        }
    }

    private struct Part: Encodable {
        var text: String?
        var sheet: String?
        var note: String?

        init(_ part: Choice.Part) {
            switch part {
            case .prose(let markdown): text = markdown
            case .sheet(let head, let words):
                sheet = head.id
                note = words.isEmpty ? nil : words
            }
        }
    }
}

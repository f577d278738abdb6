import Foundation
import PraticarioCorpus
import PraticarioSearch

/// What lists show of a document as the index keeps it: of sheets, which most answers consist of, in a form that is read
/// without a parser; twenty heads as JSON took longer than ranking a word.
enum StoredHead {
    private static let sheet: UInt8 = 0
    private static let other: UInt8 = 1

    static func encode(_ head: SearchDocument.Head) -> [UInt8] {
        switch head {
        case .sheet(let head):
            var bytes = [sheet]
            for text in [
                head.id, head.kind.rawValue, head.title, head.publication.rawValue, head.origin.path,
            ] {
                append(text, to: &bytes)
            }
            for text in [head.summary, head.organization, head.licence] { append(text, to: &bytes) }
            for texts in [head.themes, head.territories] {
                Varint.append(texts.count, to: &bytes)
                for text in texts { append(text, to: &bytes) }
            }
            for number in [head.origin.row, head.origin.line, head.origin.before] { append(number, to: &bytes) }
            bytes += [head.isExample, head.isIncomplete].map { $0 ? 1 : 0 }
            return bytes
        case .other(let head): return [other] + StoredJSON.encode(head).utf8
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        Varint.append(text.utf8.count, to: &bytes)
        bytes += text.utf8
    }

    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        bytes.append(text == nil ? 0 : 1)
        if let text { append(text, to: &bytes) }
    }

    private static func append(_ number: Int?, to bytes: inout [UInt8]) {
        bytes.append(number == nil ? 0 : 1)
        if let number { Varint.append(number, to: &bytes) }
    }

    /// What we did not write ourselves means a damaged index.
    static func decode(_ bytes: Data) throws -> SearchDocument.Head {
        if bytes.first == other {
            return .other(try StoredJSON.decode(DocumentHead.self, String(decoding: bytes.dropFirst(), as: UTF8.self)))
        }
        return try bytes.withUnsafeBytes { raw in
            var reader = Reader(raw.bindMemory(to: UInt8.self))
            guard try reader.byte() == sheet else { throw ArchiveProblem.damaged }
            return .sheet(try sheet(&reader))
        }
    }

    private static func sheet(_ reader: inout Reader) throws -> EntryHead {
        let (id, kind, title) = (try reader.text(), try reader.text(), try reader.text())
        let (publication, path) = (try reader.text(), try reader.text())
        guard let kind = EntryKind(rawValue: kind), let publication = Publication(rawValue: publication) else {
            throw ArchiveProblem.damaged
        }
        let (summary, organization) = (try reader.optionalText(), try reader.optionalText())
        let (licence, themes, territories) = (try reader.optionalText(), try reader.texts(), try reader.texts())
        let origin = Origin(
            path: path, row: try reader.optionalNumber(), line: try reader.optionalNumber(),
            before: try reader.optionalNumber() ?? 0)
        return EntryHead(
            id: id, kind: kind, title: title, summary: summary, publication: publication,
            isExample: try reader.byte() == 1, isIncomplete: try reader.byte() == 1, themes: themes,
            territories: territories, organization: organization, licence: licence, origin: origin)
    }

    private struct Reader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
        }

        mutating func byte() throws -> UInt8 {
            guard position < bytes.count else { throw ArchiveProblem.damaged }
            defer { position += 1 }
            return bytes[position]
        }

        mutating func number() throws -> Int {
            guard let number = Varint.read(bytes, &position) else { throw ArchiveProblem.damaged }
            return number
        }

        mutating func text() throws -> String {
            let count = try number()
            guard count <= bytes.count - position else { throw ArchiveProblem.damaged }
            defer { position += count }
            return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
        }

        mutating func optionalText() throws -> String? { try byte() == 0 ? nil : try text() }

        mutating func optionalNumber() throws -> Int? { try byte() == 0 ? nil : try number() }

        mutating func texts() throws -> [String] {
            let count = try number()
            // Each takes a byte at least.
            guard count <= bytes.count - position else { throw ArchiveProblem.damaged }
            var texts: [String] = []
            for _ in 0..<count { texts.append(try text()) }
            return texts
        }
    }
}

import Foundation
import PraticarioCorpus
import PraticarioSearch

/// Values of ours as the index keeps them.
enum StoredJSON {
    static func encode(_ value: some Encodable) -> String {
        guard let bytes = try? JSONTextEncoder.bytes(of: value, userInfo: [.keepsDateWords: true]) else {
            preconditionFailure("a value of ours has no JSON")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What we did not write ourselves means a damaged index.
    static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw ArchiveProblem.damaged
        }
    }
}

/// A whole document as the index keeps it.
enum StoredContent {
    static func encode(_ content: KnowledgeDocument) -> String {
        switch content {
        case .sheet(let entry): StoredEntry.encode(entry)
        case .community, .meeting, .outcome: StoredJSON.encode(content)
        }
    }

    static func decode(_ json: String, _ kind: KnowledgeDocument.Kind) throws -> KnowledgeDocument {
        switch kind {
        case .sheet: .sheet(try StoredEntry.decode(json))
        case .community, .meeting, .outcome: try StoredJSON.decode(KnowledgeDocument.self, json)
        }
    }

    /// What we did not write ourselves means a damaged index.
    static func kind(_ text: String) throws -> KnowledgeDocument.Kind {
        guard let kind = KnowledgeDocument.Kind(rawValue: text) else { throw ArchiveProblem.damaged }
        return kind
    }
}

/// A whole sheet as the index keeps it. The plain text of its sections is that of its body, which is kept once.
enum StoredEntry {
    private struct Payload: Codable {
        var entry: Entry
        /// Of the file, on which the first section begins; `nil` without sections.
        var firstLine: Int?
    }

    static func encode(_ entry: Entry) -> String {
        var bare = entry
        bare.sections = []
        return StoredJSON.encode(Payload(entry: bare, firstLine: entry.sections.first?.line))
    }

    static func decode(_ json: String) throws -> Entry {
        let payload = try StoredJSON.decode(Payload.self, json)
        guard let firstLine = payload.firstLine else { return payload.entry }
        var entry = payload.entry
        entry.sections = MarkdownBody.sections(of: entry.body, firstLine: 1)
        let offset = firstLine - (entry.sections.first?.line ?? firstLine)
        for index in entry.sections.indices { entry.sections[index].line += offset }
        return entry
    }
}

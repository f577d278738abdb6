import Foundation
import PraticarioCorpus
import PraticarioSearch

/// A parsed sheet in the form in which the index keeps it; making it is the work that all cores share.
struct StoredSheet: Sendable {
    let file: SheetFiles.File
    let digest: Int64
    let outline: SheetOutline?
    let entryJSON: String?
    let diagnosticsJSON: String?
    /// What the row in `sheet` holds; `nil` for a file that gave no entry.
    let row: SheetRow?

    struct SheetRow: Sendable {
        let texts: [String]
        let length: Int
        let updated: String
        let titleKey: String
        let facets: [UInt8]
        let organizations: String
        let community: String?

        init(_ entry: Entry, _ values: FacetValues) {
            let text = SearchText(entry, values.vocabularies)
            texts = text.fields
            length = text.length
            updated = entry.updated?.iso8601 ?? ""
            titleKey = RankKey.titleKey(entry.title)
            facets = FacetRows(entry, values).bytes
            organizations = Set(([entry.organization].compactMap { $0 } + entry.partners).map(\.name)).sorted()
                .joined(separator: "\u{1F}")
            community = entry.community
        }
    }

    init(_ file: SheetFiles.File, in folder: KnowledgeBaseFolder, _ values: FacetValues) {
        self.file = file
        let sheet: ParsedSheet
        do {
            let bytes = try Files.read(folder.path(file.path))
            digest = Digest.of(bytes)
            sheet = ParsedSheet(bytes, path: file.path, values.vocabularies)
        } catch {
            digest = 0
            sheet = ParsedSheet(unreadable: file.path, error)
        }
        outline = sheet.outline
        entryJSON = sheet.entry.map(Self.encode)
        diagnosticsJSON = sheet.diagnostics.isEmpty ? nil : Self.encode(sheet.diagnostics)
        row = sheet.entry.map { SheetRow($0, values) }
    }

    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { preconditionFailure("a value of ours has no JSON") }
        return String(decoding: data, as: UTF8.self)
    }

    /// What we did not write ourselves means a damaged index.
    static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw IndexProblem.unusable
        }
    }
}

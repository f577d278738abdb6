import Foundation
import PraticarioCorpus
import PraticarioSearch

/// A parsed file in the form in which the index keeps it; making it is the work that all cores share.
struct StoredFile: Sendable {
    let file: SheetFiles.File
    let digest: Int64
    let sheets: [StoredSheet]
    let diagnosticsJSON: String?
    let errors: Int
    let warnings: Int

    init(_ file: SheetFiles.File, in folder: KnowledgeBaseFolder, _ values: FacetValues) {
        self.file = file
        let parsed: ParsedFile
        do {
            let content = try file.content(in: folder)
            digest = content.digest
            parsed = ParsedFile(content, of: file, values.vocabularies)
        } catch {
            digest = 0
            parsed = ParsedFile(unreadable: file.path, error)
        }
        sheets = parsed.sheets.map { StoredSheet($0, values) }
        errors = parsed.diagnostics.count { $0.severity == .error }
        warnings = parsed.diagnostics.count - errors
        diagnosticsJSON = parsed.diagnostics.isEmpty ? nil : StoredSheet.encode(parsed.diagnostics)
    }
}

/// One sheet of a file.
struct StoredSheet: Sendable {
    let outline: SheetOutline
    let entryJSON: String
    let row: SheetRow

    init(_ sheet: ParsedSheet, _ values: FacetValues) {
        outline = sheet.outline
        entryJSON = Self.encode(sheet.entry)
        row = SheetRow(sheet.entry, values)
    }

    /// What the row in `sheet` holds.
    struct SheetRow: Sendable {
        let texts: [String]
        let length: Int
        let updated: String
        let titleKey: String
        let facets: [UInt8]
        let organizations: String
        let community: String?
        let spellings: Set<String>

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
            spellings = text.spellings
        }
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

extension SheetFiles.Content {
    var digest: Int64 {
        Digest.of(bytes) &* 31 &+ Digest.of(map ?? [])
    }
}

extension Origin {
    /// 0 for a file of its own.
    var storedRow: Int { row ?? 0 }

    init(path: String, storedRow: Int) {
        self.init(path: path, row: storedRow == 0 ? nil : storedRow)
    }

    /// A place of this sheet, as the index stored it.
    func place(line: Int, column: Int) -> TextPlace {
        row == nil ? TextPlace(line: line, column: column) : TextPlace(row: line, column: column)
    }
}

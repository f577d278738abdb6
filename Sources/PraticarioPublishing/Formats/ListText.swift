import Foundation
import PraticarioCorpus

extension Selection {
    /// A table that Excel in Italy opens right.
    public func csv() -> String {
        TableExport(self).text
    }

    /// A sheet a line, all its fields, as JSON (JSON Lines); "Note interne" left out.
    public func jsonLines() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return entries.map { entry in
            var shown = entry
            shown.sections = entry.publicSections
            shown.body = SheetMarkdown.body(of: entry, below: 1)
            guard let data = try? encoder.encode(shown) else { preconditionFailure("a sheet has no JSON") }
            return String(decoding: data, as: UTF8.self) + "\n"
        }.joined()
    }
}

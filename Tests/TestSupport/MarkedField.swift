package import PraticarioCorpus
package import PraticarioSystem

/// A field with a value in it, and in each of its parts, that is recognized wherever the field goes.
///
/// A new field of an ordinary type has its values by its shape; one with a form of its own gets a line in `samples`.
package struct MarkedField: Sendable, CustomStringConvertible {
    package let field: FieldName
    /// One for the field, or one for each of its parts.
    package let leaves: [Leaf]

    package static let all = FieldName.allCases.map(MarkedField.init)

    /// A place where a value stands.
    package struct Leaf: Sendable {
        /// `organization.tax_code`.
        package let path: String
        /// As typed, in Italian.
        package let typed: String
        /// What stands wherever the value does, in lower case; `nil` for words that anything may say, such as `sì`.
        package let mark: String?
    }

    package var description: String { field.rawValue }

    private init(_ field: FieldName) {
        self.field = field
        leaves = Self.leaves(of: field.row.shape, field.rawValue)
    }

    private static func leaves(of shape: FieldShape, _ path: String) -> [Leaf] {
        if let sample = samples[path] { return [Leaf(path: path, typed: sample.typed, mark: sample.mark)] }
        let word = "zq" + path.filter(\.isLetter)
        switch shape {
        case .text: return [Leaf(path: path, typed: word, mark: word)]
        case .address: return [Leaf(path: path, typed: "https://\(word).example.org", mark: word)]
        case .date:
            let year = 2100 + path.utf8.reduce(0) { ($0 * 31 + Int($1)) % 887 }
            return [Leaf(path: path, typed: "\(year)-05-14", mark: "\(year)")]
        case .choice(let labels): return [Leaf(path: path, typed: labels[labels.count / 2].it, mark: nil)]
        case .key(.themes): return [Leaf(path: path, typed: "rugby-in-carcere", mark: nil)]
        case .key(.targetGroups): return [Leaf(path: path, typed: "detenuti", mark: nil)]
        case .key(.territories): return [Leaf(path: path, typed: "San Severo", mark: nil)]
        case .list(let item): return leaves(of: item, path)
        case .parts(let parts): return parts.flatMap { leaves(of: $0.shape, "\(path).\($0.english)") }
        }
    }

    /// Values that have a form of their own.
    private static let samples: [String: (typed: String, mark: String?)] = [
        "id": ("zq-id", "zq-id"), "kind": ("soluzione", nil), "publication": ("archiviata", nil),
        "example": ("sì", nil), "public_place": ("sì", nil), "results.documented": ("no", nil),
        "verification": ("2", nil), "language": ("sl", nil), "status": ("sospesa", nil),
        "organization.tax_code": ("80078750587", "80078750587"), "partners.tax_code": ("12345678903", "12345678903"),
        "related.derives_from": ("prima", nil), "related.answers": ("seconda", nil),
        "related.replaces": ("terza", nil), "related.similar_to": ("quarta", nil),
    ]

    /// Sheets that the marked one refers to.
    package static let others = ["prima", "seconda", "terza", "quarta"]

    // MARK: The sheet

    /// A sheet that says it; without `leaf` for one that says all but that.
    package func sheet(in language: Language, without leaf: Leaf? = nil) -> String {
        let kept = leaves.filter { $0.path != leaf?.path }
        let own = kept.isEmpty ? "" : line(field.row.shape, field.rawValue, field.key(in: language), kept, language)
        let standard = Self.standard.filter { kept.isEmpty || $0.field != field }
            .map { "\($0.field.key(in: language)): \($0.typed)\n" }
        return "---\n\(standard.joined())\(own)---\n\nTesto.\n"
    }

    /// What every sheet says, where it is not what is marked.
    private static let standard: [(field: FieldName, typed: String)] = [
        (.id, "modello"), (.title, "Modello"), (.kind, "pratica"), (.themes, "[scuola]"), (.territories, "[Roma]"),
    ]

    private func line(
        _ shape: FieldShape, _ path: String, _ key: String, _ leaves: [Leaf], _ language: Language
    ) -> String {
        key + ": " + value(shape, path, leaves, language) + "\n"
    }

    /// In flow style.
    private func value(_ shape: FieldShape, _ path: String, _ leaves: [Leaf], _ language: Language) -> String {
        if let leaf = leaves.first(where: { $0.path == path }) {
            let text = YAMLText.quoted(leaf.typed)
            return shape.isList ? "[\(text)]" : text
        }
        switch shape {
        case .list(let item): return "[" + value(item, path, leaves, language) + "]"
        case .parts(let parts):
            let fields = parts.compactMap { part -> String? in
                let own = "\(path).\(part.english)"
                guard leaves.contains(where: { $0.path == own || $0.path.hasPrefix(own + ".") }) else { return nil }
                return part.keys[language] + ": " + value(part.shape, own, leaves, language)
            }
            return "{" + fields.joined(separator: ", ") + "}"
        default: return "\"\""
        }
    }

    package func entry(in language: Language = .italian, without leaf: Leaf? = nil) -> Entry? {
        ParsedFile(Array(sheet(in: language, without: leaf).utf8), path: "schede/x.md", SmallWorld.vocabularies)
            .sheets.first
    }
}

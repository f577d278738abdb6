import ItalianText
import PraticarioCorpus
import PraticarioSystem

/// Concepts as text that is read fast at every start: a line each, fields and items between control characters, which
/// no label contains. The last field are the stems of labels, which take longer to make than an answer: an index is of one
/// analyzer.
enum ConceptText {
    private static let field: Character = "\u{1F}"
    private static let item: Character = "\u{1E}"

    static func encode(_ scheme: ConceptScheme) -> String {
        zip(scheme.concepts, scheme.labelStems).map { concept, labels in
            let fields = [
                [concept.id], [concept.prefLabel.it], [concept.prefLabel.en], concept.altLabels,
                concept.broader, [concept.scopeNote ?? ""], concept.article5, concept.goals.map(String.init),
                [concept.isSensitive ? "1" : ""], concept.sensitiveWords, concept.hiddenLabels,
                labels.map { $0.joined(separator: " ") },
            ]
            return fields.map { items in
                items.map { String($0.map { $0.isNewline || $0 == field || $0 == item ? " " : $0 }) }
                    .joined(separator: String(item))
            }.joined(separator: String(field)) + "\n"
        }.joined()
    }

    static func decode(_ bytes: [UInt8], _ analyzer: TextAnalyzer) -> ConceptScheme {
        var concepts: [Concept] = []
        var stems: [[[String]]] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: 0x1F, omittingEmptySubsequences: false)
            guard fields.count == 12 else { continue }
            func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
            func items(_ index: Int) -> [String] {
                fields[index].split(separator: 0x1E).map { String(decoding: $0, as: UTF8.self) }
            }
            concepts.append(
                Concept(
                    id: text(0), prefLabel: LocalizedText(it: text(1), en: text(2)), altLabels: items(3),
                    hiddenLabels: items(10),
                    broader: items(4), scopeNote: fields[5].isEmpty ? nil : text(5),
                    article5: items(6), goals: items(7).compactMap { Int($0) }, isSensitive: !fields[8].isEmpty,
                    sensitiveWords: items(9)))
            stems.append(
                fields[11].split(separator: 0x1E).map { label in
                    label.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
                })
        }
        return ConceptScheme(concepts, analyzer, labelStems: stems)
    }
}

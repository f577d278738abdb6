package import ItalianText
import PraticarioSystem

extension ConceptScheme {
    /// Reads `temi.yaml` or `destinatari.yaml`: a list `concepts`, each with `id`, `prefLabel`, and what else it has.
    package static func read(
        _ bytes: [UInt8], path: String, _ analyzer: TextAnalyzer = .italian
    ) -> (scheme: ConceptScheme, diagnostics: [Diagnostic]) {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedVocabulary)
        var reader = ConceptReader(record, diagnostics)
        let concepts = reader.concepts()
        return (ConceptScheme(concepts, analyzer), reader.problems.diagnostics)
    }
}

private struct ConceptReader {
    private let record: Record
    private(set) var problems: RecordProblems

    init(_ record: Record, _ diagnostics: [Diagnostic]) {
        self.record = record
        problems = RecordProblems(of: record, diagnostics)
    }

    mutating func concepts() -> [Concept] {
        guard let list = record.fields.first(where: { $0.key == "concepts" }),
            case .list(let items) = list.value.content
        else {
            if problems.diagnostics.isEmpty {
                report(
                    .malformedVocabulary, nil, it: "manca l'elenco `concepts:` con i concetti",
                    en: "the list `concepts:` is missing")
            }
            return []
        }
        let read = items.compactMap { item in concept(item).map { ($0, item.place) } }
        check(read)
        return read.map(\.0)
    }

    private mutating func concept(_ value: RecordValue) -> Concept? {
        guard case .map(let fields) = value.content else {
            report(
                .malformedVocabulary, value.place, it: "qui serve un concetto con `id` e `prefLabel`",
                en: "a concept with `id` and `prefLabel` is needed here")
            return nil
        }
        func field(_ key: String) -> RecordValue? { fields.first { $0.key == key }?.value }
        guard let id = field("id")?.text, !id.isEmpty, id == TextKey.slug(id) else {
            report(
                .malformedVocabulary, value.place,
                it: "manca un `id` di lettere minuscole, cifre e trattini",
                en: "an `id` of lower-case letters, digits and hyphens is missing")
            return nil
        }
        guard let labels = field("prefLabel"), let italian = labels.text ?? labels["it"]?.text, !italian.isEmpty else {
            report(
                .malformedVocabulary, value.place, it: "il concetto `\(id)` non ha `prefLabel`",
                en: "the concept `\(id)` has no `prefLabel`")
            return nil
        }
        func synonyms(_ key: String) -> [String] {
            let labels = field(key)
            return (labels?["it"]?.texts ?? []) + (labels?["en"]?.texts ?? [])
        }
        let goals = (field("sdg")?.texts ?? []).compactMap(Int.init)
        return Concept(
            id: id,
            prefLabel: LocalizedText(it: italian, en: labels["en"]?.text ?? italian),
            altLabels: synonyms("altLabel"), hiddenLabels: synonyms("hiddenLabel"),
            broader: BroaderConcepts.ids(field("broader")?.texts ?? []),
            scopeNote: field("scopeNote").flatMap { $0.text ?? $0["it"]?.text },
            article5: field("art5")?.texts ?? [],
            goals: goals.filter { (1...17).contains($0) },
            isSensitive: isSensitive(field("sensitivePlace"), id), sensitiveWords: field("sensitiveWords")?.texts ?? [])
    }

    /// Whether the places of its sheets must stay vague. Rather one theme too many is told than one too few is passed over.
    private mutating func isSensitive(_ value: RecordValue?, _ id: String) -> Bool {
        guard let value, !value.isEmpty else { return false }
        if let text = value.text, ["true", "false"].contains(text) { return text == "true" }
        report(
            .malformedVocabulary, value.place, it: "`\(id)`: `sensitivePlace` è true o false",
            en: "`\(id)`: `sensitivePlace` is true or false")
        return true
    }

    private mutating func check(_ concepts: [(concept: Concept, place: TextPlace)]) {
        var positions: [String: Int] = [:]
        for (index, (concept, place)) in concepts.enumerated() {
            if positions[concept.id] != nil {
                report(
                    .duplicateConcept, place, it: "l'id `\(concept.id)` è già usato: vale il primo",
                    en: "the id `\(concept.id)` is already used: the first one counts")
            } else {
                positions[concept.id] = index
            }
        }
        let all = concepts.map(\.concept)
        let cyclic = BroaderConcepts.cyclic(in: all, positions)
        var owners: [String: String] = [:]
        for (index, (concept, place)) in concepts.enumerated() {
            for broader in concept.broader where positions[broader] == nil {
                report(
                    .unknownBroader, place, it: "`\(concept.id)`: il concetto più ampio `\(broader)` non esiste",
                    en: "`\(concept.id)`: the broader concept `\(broader)` does not exist")
            }
            if cyclic.contains(index) {
                report(
                    .cyclicBroader, place,
                    it: "`\(concept.id)`: risalendo i concetti più ampi si torna al punto di partenza",
                    en: "`\(concept.id)`: its broader concepts lead back to where they began")
            }
            for label in Set([concept.prefLabel.it, concept.prefLabel.en] + concept.synonyms).sorted() {
                if label.contains(",") {
                    report(
                        .invalidLabel, place,
                        it: "l'etichetta «\(label)» contiene una virgola, che nelle celle separa i valori",
                        en: "the label “\(label)” contains a comma, which separates values in cells")
                }
                let key = TextKey.folded(label)
                if let owner = owners[key], owner != concept.id {
                    report(
                        .duplicateLabel, place, it: "l'etichetta «\(label)» è già di `\(owner)`: vale per il primo",
                        en: "the label “\(label)” already belongs to `\(owner)`: the first one counts")
                } else {
                    owners[key] = concept.id
                }
            }
        }
    }

    private mutating func report(_ code: DiagnosticCode, _ place: TextPlace?, it: String, en: String) {
        problems.report(code, place, it: it, en: en)
    }
}

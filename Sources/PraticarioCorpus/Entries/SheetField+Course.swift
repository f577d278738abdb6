import PraticarioSystem

/// When it happens, what comes of it, and what it has to do with other sheets.
extension SheetField {
    static let course: [SheetField] = [
        SheetField(.start, "inizio", LocalizedText(it: "Inizio", en: "Start"), \.start, .date)
            .offered(
                LocalizedText(it: "anno o data: 2019, 2019-05-14", en: "year or date: 2019, 2019-05-14"), for: done
            )
            .asked(
                LocalizedText(it: "Anno di inizio", en: "Start"),
                LocalizedText(it: "L'anno, per esempio 2019.", en: "The year, such as 2019."), width: 14),
        SheetField(.end, "fine", LocalizedText(it: "Fine", en: "End"), \.end, .date)
            .explained("Solo se è finita.", "Only where it has ended."),
        SheetField(.status, "stato", LocalizedText(it: "Stato", en: "Status"), \.status, .choice, standard: .unknown)
            .offered(choices(PracticeStatus.self), for: done)
            .asked(
                LocalizedText(it: "Stato", en: "Status"),
                LocalizedText(it: "Se è ancora in corso.", en: "Whether it is still going on."), width: 14),
        SheetField(
            .verification, "verifica", LocalizedText(it: "Verifica", en: "Verification"), \.verification,
            FieldType(shape: .text, read: { $0.verificationLevel($1, key: $2) }, give: { .text(String($0)) }),
            standard: 0
        )
        .offered(
            LocalizedText(
                it: "0 descritta, 1 monitorata, 2 valutata, 3 per confronto",
                en: "0 described, 1 monitored, 2 evaluated, 3 by comparison"), value: "0", for: done),
        SheetField(.results, "risultati", LocalizedText(it: "Risultati", en: "Results"), \.results, .results)
            .alsoCalled("risultato")
            .explained(
                "Che cosa è cambiato, e con quali numeri.", "What has changed, and the figures that say so."
            )
            .searched(in: .details),
        SheetField(
            .related, "collegate", LocalizedText(it: "Collegate", en: "Related"), shape: .parts(relationParts),
            read: { reader, entry in
                entry.relations = reader.relations()
                return !entry.relations.isEmpty
            },
            value: { .parts(relations(of: $0)) }
        )
        .alsoCalled("collegamenti")
        .explained("Gli id di altre schede, uno per riga.", "Ids of other sheets, one a line."),
        SheetField(.adoptions, "riprese", LocalizedText(it: "Riprese", en: "Adoptions"), list: \.adoptions, .adoption)
            .explained("Chi l'ha rifatta altrove.", "Who took it up elsewhere.")
            .searched(in: .names),
        SheetField(.community, "comunità", LocalizedText(it: "Comunità", en: "Community"), \.community, .text)
            .explained(
                "La comunità di pratica in cui è stata condivisa.", "The community of practice in which it was shared."
            )
            .searched(in: .names),
        SheetField(.meeting, "incontro", LocalizedText(it: "Incontro", en: "Meeting"), \.meeting, .text)
            .explained("L'incontro da cui viene.", "The meeting that it comes from.")
            .searched(in: nil),
    ]

    /// The kinds of what has happened.
    static let done: Set<EntryKind> = [.practice, .experience]

    // MARK: Relations

    /// How two sheets belong together, in the order of `RelationKind.allCases`.
    static let relationParts = zip(
        RelationKind.allCases, ["deriva_da", "risponde_a", "sostituisce", "simile_a"]
    ).map { FieldPart($0.rawValue, $1, .list(.text)) }

    private static func relations(of entry: Entry) -> [FieldValue.Part] {
        zip(RelationKind.allCases, relationParts).compactMap { kind, part in
            let targets = entry.relations.filter { $0.kind == kind }.map { FieldValue.text($0.target) }
            return targets.isEmpty ? nil : FieldValue.Part(part: part, value: .list(targets))
        }
    }
}

extension FieldReader<FieldName> {
    fileprivate mutating func relations() -> [Relation] {
        guard let value = value(.related) else { return [] }
        guard case .map = value.content else {
            report(
                .wrongType, value.place, it: "`collegate` dice come: `simile_a: [id-di-una-scheda]`",
                en: "`related` says how: `similar_to: [id-of-a-sheet]`")
            return []
        }
        guard let map = values.map(value, key: FieldName.related.keys, parts: SheetField.relationParts) else {
            return []
        }
        return RelationKind.allCases.flatMap { kind in
            (map[kind.rawValue]?.texts ?? []).map { Relation(kind: kind, target: $0) }
        }
    }
}

extension FieldType<Results> {
    fileprivate static let results = FieldType.parts(
        [
            MapPart("text", "testo", \.text, .text, isSearched: true),
            MapPart(list: "indicators", "indicatori", \.indicators, .indicator, isSearched: true),
            MapPart("documented", "documentati", \.areDocumented, .flag),
        ],
        into: Results())
}

extension FieldType<Indicator> {
    fileprivate static let indicator = FieldType.parts(
        [
            MapPart(required: "name", "nome", \.name, isSearched: true),
            MapPart(required: "value", "valore", \.value),
            MapPart("unit", "unità", \.unit, .text),
            MapPart("baseline", "base", \.baseline, .text),
            MapPart("date", "data", \.date, .date),
            MapPart("source", "fonte", \.source, .text),
        ],
        into: Indicator(name: "", value: ""), required: 2,
        missing: { _ in
            LocalizedText(
                it: "un indicatore ha almeno `nome` e `valore`", en: "an indicator has at least `name` and `value`")
        })
}

extension FieldType<Adoption> {
    fileprivate static let adoption = FieldType.parts(
        [
            MapPart(required: "by", "chi", \.by, isSearched: true),
            MapPart("where", "dove", \.territory, .territory),
            MapPart("date", "quando", \.date, .date),
        ],
        into: Adoption(by: ""), required: 1,
        missing: { _ in
            LocalizedText(
                it: "`riprese`: manca `chi` l'ha ripresa", en: "`adoptions`: `by`, who took it up, is missing")
        })
}

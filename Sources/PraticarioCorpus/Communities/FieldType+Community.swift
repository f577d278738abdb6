import PraticarioSystem

// The files of `comunita/` as tables of their parts: what may stand where, how it is read and given back.

extension FieldType<Community> {
    static func community(_ path: String) -> FieldType {
        .parts(
            [
                MapPart(required: "title", "titolo", \.title),
                MapPart(required: "id", "id", \.id, .slug),
                MapPart("summary", "sintesi", \.summary, .text),
                MapPart("example", "esempio", \.isExample, .flag),
                MapPart(keys: "themes", "temi", \.themes, .themes),
                MapPart(keys: "territories", "territori", \.territories, .territories),
                MapPart("facilitator", "facilitatore", \.facilitator, .body),
                MapPart(items: "members", "membri", \.members, .member),
                MapPart(
                    items: "earlier_partnerships", "partenariati_di_partenza", \.earlierPartnerships,
                    .earlierPartnership),
                MapPart(items: "meetings", "incontri", \.meetings, .meeting),
                MapPart(items: "questions", "domande", \.questions, .question),
                MapPart(items: "outcomes", "esiti", \.outcomes, .outcome),
                MapPart(items: "difficulties", "difficoltà", \.difficulties, .text),
            ],
            into: Community(id: "", title: "", origin: Origin(path: path)), required: 1,
            missing: { _ in
                LocalizedText(
                    it: "manca `titolo`: senza, la comunità resta fuori",
                    en: "`title` is missing: without it the community is left out")
            })
    }
}

extension FieldType<CommunityMember> {
    static let member = FieldType.parts(
        [
            MapPart(required: "name", "nome", \.name),
            MapPart("territory", "territorio", \.territory, .territory),
            MapPart("legal_form", "forma_giuridica", \.legalForm, .choice),
            MapPart("runts_section", "sezione_runts", \.runtsSection, .choice),
        ],
        into: CommunityMember(name: ""), required: 1,
        missing: {
            LocalizedText(it: "`\($0.it)`: manca il nome dell'ente", en: "`\($0.en)`: the body's name is missing")
        }
    ).located(\.line)
}

extension FieldType<EarlierPartnership> {
    static let earlierPartnership = FieldType.parts(
        [MapPart(items: "parties", "parti", \.parties, .body)], into: EarlierPartnership(parties: []), required: 1,
        missing: {
            LocalizedText(it: "`\($0.it)`: mancano le `parti`", en: "`\($0.en)`: the `parties` are missing")
        }
    ).located(\.line)
}

extension FieldType<Meeting> {
    static let meeting = FieldType.parts(
        [
            MapPart("number", "numero", \.number, .count),
            MapPart("date", "data", \.date, .date),
            MapPart("mode", "modalità", \.mode, .choice),
            MapPart("place", "luogo", \.place, .text),
            MapPart("status", "stato", \.status, .choice),
            MapPart(items: "organizations", "enti_presenti", \.organizations, .body),
            MapPart("people", "persone", \.people, .count),
            MapPart(items: "topics", "argomenti", \.topics, .text),
            MapPart(items: "sheets", "schede", \.sheets, .sheet),
            MapPart(items: "decisions", "decisioni", \.decisions, .text),
        ],
        into: Meeting()
    ).located(\.line)
}

extension FieldType<KnowledgeQuestion> {
    static let question = FieldType.parts(
        [
            MapPart(required: "question", "domanda", \.question),
            MapPart("id", "id", \.id, .slug),
            MapPart("theme", "tema", \.theme, .theme),
            MapPart("opened_at", "incontro", \.openedAt, .count),
            MapPart("status", "stato", \.status, .choice),
            MapPart(items: "sheets", "schede", \.sheets, .sheet),
            MapPart("closed_at", "chiusa_in", \.closedAt, .count),
        ],
        into: KnowledgeQuestion(question: ""), required: 1,
        missing: {
            LocalizedText(it: "`\($0.it)`: manca la domanda", en: "`\($0.en)`: the question is missing")
        }
    ).located(\.line)
}

extension FieldType<Outcome> {
    static let outcome = FieldType.parts(
        [
            MapPart(required: "title", "titolo", \.title),
            MapPart(required: "kind", "tipo", \.kind, .choice),
            MapPart("id", "id", \.id, .slug),
            MapPart("date", "data", \.date, .date),
            MapPart(keys: "territories", "territori", \.territories, .territories),
            MapPart("status", "stato", \.status, .choice),
            MapPart("meeting", "incontro", \.meeting, .count),
            MapPart("evidence", "evidenza", \.evidence, .text),
            MapPart(items: "sheets", "schede", \.sheets, .sheet),
            MapPart(items: "told_by", "raccontato_in", \.toldBy, .sheet),
            MapPart("cycle", "ciclo", \.cycle, .choice),
            MapPart("by", "da", \.by, .body),
            MapPart("what", "che_cosa", \.what, .choice),
            MapPart(items: "parties", "parti", \.parties, .body),
            MapPart("formal", "formale", \.isFormal, .flag),
            MapPart("with_administration", "con_pa", \.isWithAdministration, .flag),
            MapPart("pa_instrument", "strumento_pa", \.instrument, .choice),
            MapPart(keys: "target_groups", "destinatari", \.targetGroups, .targetGroups),
        ],
        into: Outcome(kind: .intervention, title: ""), required: 2,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: un esito ha almeno `titolo` e `tipo` (adozione, partenariato, intervento)",
                en: "`\($0.en)`: an outcome has at least `title` and `kind` (adoption, partnership, intervention)")
        }
    ).located(\.line)
}

// MARK: Values that stand in them

extension FieldType<String> {
    /// The name of a body: as text.
    static let body = text

    /// The id of a sheet, which must exist.
    static let sheet = FieldType(
        shape: .text,
        read: { reader, value, key in
            guard let id = reader.text(value, key: key) else { return nil }
            reader.references.append(
                DocumentOutline.Reference(
                    target: id, place: value.place, excerpt: reader.record.shownExcerpt(value.place) ?? ""))
            return id
        },
        give: { .text($0) })

    static let theme = FieldType(
        shape: .key(.themes), read: { $0.keys([$1], key: $2, of: .themes).first }, give: { .key($0, .themes) })

    static let slug = FieldType(shape: .text, read: { $0.slug($1, key: $2) }, give: { .text($0) })
}

extension FieldType<Int> {
    /// A number of things: 0 or more.
    static let count = FieldType(shape: .text, read: { $0.count($1, key: $2) }, give: { .text(String($0)) })
}

extension FieldType {
    /// Keeps the line on which a value begins.
    func located(_ line: any WritableKeyPath<Value, Int> & Sendable) -> FieldType {
        FieldType(
            shape: shape,
            read: { reader, value, key in
                guard var read = read(&reader, value, key) else { return nil }
                read[keyPath: line] = value.place.line
                return read
            },
            give: give)
    }
}

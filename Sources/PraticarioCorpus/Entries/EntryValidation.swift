import ItalianText
import PraticarioSystem

extension Entry {
    /// Makes an entry of a record.
    ///
    /// A wrong value costs that value and marks the entry as incomplete; without a title or a kind there is no
    /// entry. The checks between sheets come later, from the outline.
    package static func validate(
        _ record: Record, _ vocabularies: Vocabularies
    ) -> (entry: Entry?, outline: SheetOutline?, diagnostics: [Diagnostic]) {
        var reader = FieldReader(record, vocabularies)
        let title = reader.required(.title) { $0.text(.title) }
        let kind = reader.required(.kind) { $0.choice(.kind, as: EntryKind.self) }
        guard let title, let kind else { return (nil, nil, reader.diagnostics) }

        var entry = Entry(id: reader.id(), kind: kind, title: title, origin: record.origin)
        reader.readDescription(into: &entry)
        reader.readTags(into: &entry)
        reader.readPeopleAndTime(into: &entry)
        reader.readProvenance(into: &entry)
        entry.body = record.body
        entry.sections = MarkdownBody.sections(of: record.body, firstLine: record.bodyLine)
        for check in EntryCheck.all {
            for (place, message) in check.run(entry, reader) {
                reader.report(check.code, place, it: message.it, en: message.en)
            }
        }
        entry.isIncomplete = reader.diagnostics.contains { $0.severity == .error }
        let outline = SheetOutline(
            origin: record.origin, id: entry.id, idPlace: reader.place(of: .id) ?? record.origin.place,
            references: reader.references(of: entry), reviewBy: entry.reviewBy,
            reviewPlace: reader.place(of: .reviewBy))
        return (entry, outline, reader.diagnostics)
    }
}

extension FieldReader {
    /// A field without which there is no sheet: absent is told here, wrong was told by whoever read it.
    fileprivate mutating func required<Value>(_ field: FieldName, read: (inout FieldReader) -> Value?) -> Value? {
        if value(field) == nil {
            report(
                .missingField, place(of: field) ?? record.origin.place,
                it: "manca `\(field.italian)`: senza, la scheda resta fuori dall'archivio",
                en: "`\(field.rawValue)` is missing: without it the sheet is left out")
        }
        return read(&self)
    }

    /// The written id where it is a slug, else the record's own.
    fileprivate mutating func id() -> String {
        let fallback = record.fallbackID
        guard let value = value(.id), let text = text(value, key: "id") else { return fallback }
        if ItalianText.slug(text) == text { return text }
        report(
            .invalidID, value.place,
            it:
                "`id`: «\(text)» deve avere solo lettere minuscole senza accenti, cifre e trattini; si usa `\(fallback)`",
            en:
                "`id`: “\(text)” may have only lower-case letters without accents, digits and hyphens; `\(fallback)` is used"
        )
        return fallback
    }

    fileprivate mutating func readDescription(into entry: inout Entry) {
        entry.summary = text(.summary)
        entry.needs = text(.needs)
        entry.place = text(.place)
        entry.publication = choice(.publication) ?? .draft
        entry.isExample = flag(.example) ?? false
        entry.scope = choice(.scope)
        entry.paInstrument = choice(.paInstrument)
        entry.status = choice(.status) ?? .unknown
        if let value = value(.verification), let text = text(value, key: "verifica") {
            if let level = Int(text), (0...3).contains(level) {
                entry.verification = level
            } else {
                report(
                    .unknownValue, value.place,
                    it: "`verifica`: 0 descritta, 1 monitorata, 2 valutata, 3 valutata per confronto; non «\(text)»",
                    en:
                        "`verification`: 0 described, 1 monitored, 2 evaluated, 3 evaluated by comparison; not “\(text)”"
                )
            }
        }
    }

    fileprivate mutating func readTags(into entry: inout Entry) {
        entry.themes = concepts(.themes, vocabularies.themes, .unknownTheme)
        entry.targetGroups = concepts(.targetGroups, vocabularies.targetGroups, .unknownTargetGroup)
        let register = vocabularies.territories
        let names = names(.territories) { register.meaning(ofSheetValue: $0) != .unknown }
        for (name, place) in names {
            for code in territoryCodes(name, place) where !entry.territories.contains(code) {
                entry.territories.append(code)
            }
        }
    }

    fileprivate mutating func readPeopleAndTime(into entry: inout Entry) {
        entry.organization = value(.organization).flatMap { organization($0, key: "organizzazione") }
        for item in items(.partners) {
            if let partner = organization(item, key: "partner") { entry.partners.append(partner) }
        }
        entry.contact = contact()
        entry.start = date(.start)
        entry.end = date(.end)
        entry.results = results()
        for item in items(.adoptions) {
            if let adoption = adoption(item) { entry.adoptions.append(adoption) }
        }
        entry.relations = relations()
    }

    fileprivate mutating func readProvenance(into entry: inout Entry) {
        entry.community = text(.community)
        entry.meeting = text(.meeting)
        for item in items(.sources) {
            if let source = source(item) { entry.sources.append(source) }
        }
        entry.licence = text(.licence)
        if let value = value(.permission),
            let map = map(value, key: "permesso", keys: FieldName.permission.parts)
        {
            let date = map["date"].flatMap { self.date($0, key: "permesso.data") }
            if let by = map["by"].flatMap({ text($0, key: "permesso.da") }) {
                entry.permission = Permission(by: by, date: date)
            }
        }
        entry.updated = date(.updated)
        entry.reviewBy = date(.reviewBy)
        if let value = value(.language), let text = text(value, key: "lingua") {
            if text.split(separator: "-").allSatisfy({
                (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }) {
                entry.language = text
            } else {
                report(
                    .invalidLanguage, value.place, it: "`lingua`: «\(text)» non è un codice di lingua come it, en, sl",
                    en: "`language`: “\(text)” is no language tag such as it, en, sl")
            }
        }
    }
}

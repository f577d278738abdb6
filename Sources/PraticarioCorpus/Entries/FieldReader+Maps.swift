/// Fields that have fields of their own: organizations, contacts, results, sources.
extension FieldReader {
    mutating func organization(_ value: RecordValue, key: String) -> Organization? {
        guard let map = map(value, key: key, keys: FieldName.organization.parts) else { return nil }
        guard let name = map["name"].flatMap({ text($0, key: "\(key).nome") }) else {
            report(
                .missingField, value.place, it: "`\(key)`: manca il nome dell'organizzazione",
                en: "`\(key)`: the organization's name is missing")
            return nil
        }
        var organization = Organization(name: name)
        organization.role = map["role"].flatMap { text($0, key: "\(key).ruolo") }
        if let type = map["type"], let word = text(type, key: "\(key).tipo") {
            organization.type = choice(word, key: "\(key).tipo", place: type.place)
        }
        organization.legalForm = map["legal_form"].flatMap { text($0, key: "\(key).forma_giuridica") }
        organization.runtsSection = map["runts_section"].flatMap { text($0, key: "\(key).sezione_runts") }
        organization.taxCode = map["tax_code"].flatMap { taxCode($0, key: "\(key).codice_fiscale") }
        organization.url = map["url"].flatMap { url($0, key: "\(key).sito") }
        return organization
    }

    /// The tax code of a body: eleven digits, the last a check digit (the algorithm of Luhn, D.M. 23/12/1976).
    private mutating func taxCode(_ value: RecordValue, key: String) -> String? {
        guard let text = text(value, key: key) else { return nil }
        let digits = text.compactMap(\.wholeNumberValue)
        if digits.count == 11, text.count == 11 {
            let sum = digits.enumerated().reduce(0) { sum, digit in
                let doubled = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
                return sum + (doubled > 9 ? doubled - 9 : doubled)
            }
            if sum % 10 == 0 { return text }
        }
        report(
            .invalidTaxCode, value.place,
            it: "`\(key)`: il codice fiscale di un ente ha undici cifre, l'ultima di controllo; «\(text)» non lo è",
            en: "`\(key)`: the tax code of a body has eleven digits, the last a check digit; “\(text)” is not one")
        return nil
    }

    mutating func contact() -> Contact? {
        guard let value = value(.contact) else { return nil }
        guard let map = map(value, key: "contatto", keys: FieldName.contact.parts) else { return nil }
        return Contact(
            role: map["role"].flatMap { text($0, key: "contatto.ruolo") },
            email: map["email"].flatMap { text($0, key: "contatto.email") },
            phone: map["phone"].flatMap { text($0, key: "contatto.telefono") },
            url: map["url"].flatMap { url($0, key: "contatto.sito") })
    }

    mutating func results() -> Results? {
        guard let value = value(.results) else { return nil }
        guard let map = map(value, key: "risultati", keys: FieldName.results.parts) else { return nil }
        var results = Results(text: map["text"].flatMap { text($0, key: "risultati.testo") })
        if let list = map["indicators"] {
            guard case .list(let items) = list.content else {
                report(
                    .wrongType, list.place, it: "`risultati.indicatori` deve essere un elenco",
                    en: "`results.indicators` must be a list")
                return results
            }
            results.indicators = items.compactMap { indicator($0) }
        }
        return results
    }

    private mutating func indicator(_ value: RecordValue) -> Indicator? {
        let key = "risultati.indicatori"
        guard let map = map(value, key: key, keys: FieldName.indicatorParts) else { return nil }
        guard let name = map["name"].flatMap({ text($0, key: "\(key).nome") }),
            let figure = map["value"].flatMap({ text($0, key: "\(key).valore") })
        else {
            report(
                .missingField, value.place, it: "un indicatore ha almeno `nome` e `valore`",
                en: "an indicator has at least `name` and `value`")
            return nil
        }
        return Indicator(
            name: name, value: figure,
            unit: map["unit"].flatMap { text($0, key: "\(key).unità") },
            baseline: map["baseline"].flatMap { text($0, key: "\(key).base") },
            date: map["date"].flatMap { date($0, key: "\(key).data") },
            source: map["source"].flatMap { text($0, key: "\(key).fonte") })
    }

    mutating func adoption(_ value: RecordValue) -> Adoption? {
        guard let map = map(value, key: "riprese", keys: FieldName.adoptions.parts) else { return nil }
        guard let by = map["by"].flatMap({ text($0, key: "riprese.chi") }) else {
            report(
                .missingField, value.place, it: "`riprese`: manca `chi` l'ha ripresa",
                en: "`adoptions`: `by`, who took it up, is missing")
            return nil
        }
        var adoption = Adoption(by: by)
        if let place = map["where"], let name = text(place, key: "riprese.dove") {
            adoption.territory = territoryCodes(name, place.place).first
        }
        adoption.date = map["date"].flatMap { date($0, key: "riprese.quando") }
        return adoption
    }

    mutating func source(_ value: RecordValue) -> EntrySource? {
        guard let map = map(value, key: "fonti", keys: FieldName.sources.parts) else { return nil }
        var address = map["url"].flatMap { url($0, key: "fonti.url") }
        // An address alone is often all that people give.
        if address == nil, let title = map["title"], title.text?.hasPrefix("http") == true {
            address = url(title, key: "fonti.url")
        }
        guard let title = map["title"].flatMap({ text($0, key: "fonti.titolo") }) ?? address else {
            guard map["url"] == nil else { return nil }
            report(
                .missingField, value.place, it: "una fonte ha un `titolo` o un `url`",
                en: "a source has a `title` or a `url`")
            return nil
        }
        let accessed = map["accessed"].flatMap { date($0, key: "fonti.consultata") }
        return EntrySource(title: title, url: address, accessed: accessed)
    }

    mutating func relations() -> [Relation] {
        guard let value = value(.related) else { return [] }
        guard case .map = value.content else {
            report(
                .wrongType, value.place, it: "`collegate` dice come: `simile_a: [id-di-una-scheda]`",
                en: "`related` says how: `similar_to: [id-of-a-sheet]`")
            return []
        }
        guard let map = map(value, key: "collegate", keys: FieldName.relationParts) else { return [] }
        return RelationKind.allCases.flatMap { kind in
            (map[kind.rawValue]?.texts ?? []).map { Relation(kind: kind, target: $0) }
        }
    }

    /// The ids that the sheet refers to, each with the place where it stands.
    func references(of entry: Entry) -> [SheetOutline.Reference] {
        guard !entry.relations.isEmpty, let value = value(.related), case .map(let fields) = value.content else {
            return []
        }
        return fields.flatMap { field -> [SheetOutline.Reference] in
            let values =
                if case .list(let items) = field.value.content { items } else { [field.value] }
            return values.compactMap { value in
                guard let target = value.text else { return nil }
                return SheetOutline.Reference(
                    target: target, place: value.place, excerpt: record.excerpt(value.place) ?? "")
            }
        }
    }
}

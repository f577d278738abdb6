import ItalianText
import PraticarioSystem

/// Where it is known from, who may use it, who keeps it true.
extension SheetField {
    static let provenance: [SheetField] = [
        SheetField(.sources, "fonti", LocalizedText(it: "Fonti", en: "Sources"), list: \.sources, .source)
            .alsoCalled("fonte", "source")
            .explained(
                "Dove se ne parla: un sito, un documento, un incontro.",
                "Where one can read of it: a site, a document, a meeting."
            )
            .offered(
                LocalizedText(
                    it: "titolo e indirizzo: {titolo: …, url: https://…}",
                    en: "title and address: {title: …, url: https://…}"), value: "[]", for: done
            )
            .asked(
                LocalizedText(it: "Fonte", en: "Source"),
                LocalizedText(
                    it: "Dove se ne parla: un sito, un documento, un incontro.",
                    en: "Where one can read of it: a site, a document, a meeting."), part: "title"
            )
            .asked(
                LocalizedText(it: "Indirizzo della fonte", en: "Link"),
                LocalizedText(it: "Se c'è una pagina web: https://…", en: "If there is a web page: https://…"),
                part: "url"),
        SheetField(.licence, "licenza", LocalizedText(it: "Licenza", en: "Licence"), \.licence, .licence)
            .alsoCalled("license")
            .explained(
                "A quali condizioni altri la possono usare, come CC-BY-4.0.",
                "On what terms others may use it, such as CC-BY-4.0."
            )
            .searched(in: nil),
        SheetField(.permission, "permesso", LocalizedText(it: "Permesso", en: "Permission"), \.permission, .permission)
            .explained("L'ente che ha detto sì, e quando.", "The body that said yes, and when."),
        SheetField(
            .language, "lingua", LocalizedText(it: "Lingua", en: "Language"), \.language, .languageTag, standard: nil
        )
        .offered()
        .explained("In cui è scritta: it, en, sl.", "In which it is written: it, en, sl."),
        SheetField(.updated, "aggiornata", LocalizedText(it: "Aggiornata", en: "Updated"), \.updated, .date)
            .alsoCalled("aggiornato")
            .offered()
            .explained("Quando è stata cambiata.", "When it was changed."),
        SheetField(
            .reviewBy, "da_rivedere_entro", LocalizedText(it: "Da rivedere entro", en: "Review by"), \.reviewBy, .date
        )
        .explained(
            "Il giorno entro cui verificare che sia ancora vera.", "The day by which to see whether it is still true."),
    ]
}

extension FieldType<String> {
    /// Our own tables say of a sheet without a licence that it is for internal use: that is none.
    fileprivate static let licence = FieldType(
        shape: .text,
        read: { reader, value, key in
            reader.text(value, key: key).flatMap {
                ["uso-interno", "internal-use"].contains(TextKey.slug($0)) ? nil : $0
            }
        },
        give: { .text($0) })
}

extension FieldType<Permission> {
    fileprivate static let permission = FieldType.parts(
        [MapPart(required: "by", "da", \.by, .giver), MapPart("date", "data", \.date, .date)],
        into: Permission(by: ""), required: 1)
}

extension FieldType<String> {
    /// Whoever gave a permission; a yes or a no names nobody.
    fileprivate static let giver = FieldType(
        shape: .text,
        read: { reader, value, key in
            guard let text = reader.text(value, key: key) else { return nil }
            guard ValueReader.answer(text) != nil else { return text }
            reader.report(
                .unknownValue, value.place,
                it: "`\(key.it)`: scrivi chi ha dato il permesso, per esempio il nome dell'ente, non «\(text)»",
                en: "`\(key.en)`: write who gave the permission, such as the body's name, not “\(text)”")
            return nil
        },
        give: { .text($0) })
}

extension FieldType<EntrySource> {
    private static let parts = [
        MapPart(required: "title", "titolo", \EntrySource.title),
        MapPart("url", "url", \.url, .address),
        MapPart("accessed", "consultata", \.accessed, .date),
    ]

    fileprivate static let source = FieldType(
        shape: .parts(parts.map(\.part)), read: { $0.source($1, key: $2, parts) },
        give: { MapPart.give(parts, $0) })
}

extension ValueReader {
    /// A source has a title or an address, which then is its title.
    fileprivate mutating func source(
        _ value: RecordValue, key: LocalizedText, _ parts: [MapPart<EntrySource>]
    ) -> EntrySource? {
        guard let map = map(value, key: key, parts: parts.map(\.part)) else { return nil }
        var source = EntrySource(title: "")
        let (title, address, accessed) = (parts[0], parts[1], parts[2])
        var hasAddress = map["url"].map { address.read(&self, $0, key, &source) } ?? false
        // An address alone is often all that people give.
        if !hasAddress, let title = map["title"], title.text?.hasPrefix("http") == true {
            hasAddress = address.read(&self, title, key, &source)
        }
        let hasTitle = map["title"].map { title.read(&self, $0, key, &source) } ?? false
        guard hasTitle || hasAddress else {
            guard map["url"] == nil else { return nil }
            report(
                .missingField, value.place, it: "una fonte ha un `titolo` o un `url`",
                en: "a source has a `title` or a `url`")
            return nil
        }
        if let url = source.url, !hasTitle { source.title = url }
        if let date = map["accessed"] { _ = accessed.read(&self, date, key, &source) }
        return source
    }
}

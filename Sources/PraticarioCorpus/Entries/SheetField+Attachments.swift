import PraticarioSystem

/// The files that go with it, which stand beside the sheet: `SheetFiles` says where.
extension SheetField {
    static let files: [SheetField] = [
        SheetField(.pictures, "immagini", LocalizedText(it: "Immagini", en: "Pictures"), list: \.pictures, .picture)
            .alsoCalled("immagine", "picture")
            .explained(
                "Fotografie e disegni: il nome del file e che cosa si vede.",
                "Photographs and drawings: the name of the file and what is seen."
            )
            .searched(in: .details),
        SheetField(
            .attachments, "allegati", LocalizedText(it: "Documenti allegati", en: "Attached documents"),
            list: \.attachments, .attachment
        )
        .alsoCalled("allegato", "attachment")
        .explained(
            "Regolamenti, convenzioni, moduli: il nome del file e come si intitola.",
            "Rules, agreements, forms: the name of the file and its title."
        )
        .searched(in: .details),
    ]
}

extension FieldType<Picture> {
    fileprivate static let picture = FieldType.parts(
        [
            MapPart(required: "file", "file", \.file, .fileName(.picture)),
            MapPart(required: "description", "descrizione", \.description, .text, isSearched: true),
            MapPart("credit", "credito", \.credit, .text),
        ],
        into: Picture(file: "", description: ""), required: 2,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: un'immagine ha `file` e `descrizione`: che cosa si vede, per chi non la vede",
                en: "`\($0.en)`: a picture has `file` and `description`: what is seen, for those who do not see it")
        })
}

extension FieldType<Attachment> {
    fileprivate static let attachment = FieldType.parts(
        [
            MapPart(required: "file", "file", \.file, .fileName(.paper)),
            MapPart("title", "titolo", \.title, .text, isSearched: true),
        ],
        into: Attachment(file: ""), required: 1,
        missing: {
            LocalizedText(
                it: "`\($0.it)`: manca `file`, il nome del file", en: "`\($0.en)`: `file`, its name, is missing")
        })
}

extension FieldType<String> {
    /// Of a file beside the sheet: whether it is there is seen when all sheets are compared with all files.
    fileprivate static func fileName(_ use: AttachedUse) -> FieldType {
        FieldType(
            shape: .text,
            read: { reader, value, key in
                guard let name = reader.text(value, key: key) else { return nil }
                guard SheetFiles.isName(name) else {
                    reader.report(
                        .invalidFileName, value.place,
                        it:
                            "`\(key.it)`: «\(name)» non è il nome di un file: solo il nome, senza cartelle né segni come / : * ?",
                        en:
                            "`\(key.en)`: “\(name)” is no name of a file: the name alone, without folders and marks such as / : * ?"
                    )
                    return nil
                }
                reader.noteFile(name, use, at: value.place)
                return name
            },
            give: { .text($0) })
    }
}

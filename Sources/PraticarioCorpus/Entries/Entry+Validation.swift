import PraticarioSystem

extension Entry {
    /// Makes an entry of a record.
    ///
    /// A wrong value costs that value and marks the entry as incomplete; without a title or a kind there is no
    /// entry. The checks between sheets come later, from the outline.
    package static func validate(
        _ record: Record, _ vocabularies: Vocabularies
    ) -> (entry: Entry?, outline: DocumentOutline?, diagnostics: [Diagnostic]) {
        var reader = SheetReader(record, vocabularies)
        var entry = Entry(id: record.fallbackID, kind: .practice, title: "", origin: record.origin)
        if record.origin.row == nil, let language = Record.language(ofName: record.origin.path) {
            entry.language = language
        }
        let missing = required.filter { field in
            _ = reader.demand(
                field,
                orElse: LocalizedText(
                    it: "senza, la scheda resta fuori dall'archivio", en: "without it the sheet is left out"))
            return !field.row.read(&reader, &entry)
        }
        guard missing.isEmpty else { return (nil, nil, reader.diagnostics) }

        for read in others { _ = read(&reader, &entry) }
        entry.endSpans(reader)
        let places = ([entry.place].compactMap { $0 } + reader.values.told).filter { !$0.isEmpty }
        entry.place = places.isEmpty ? nil : places.joined(separator: "; ")
        entry.apply(record.consent, &reader)
        if record.origin.row != nil, entry.licence == nil, entry.permission != nil {
            entry.licence = vocabularies.rowLicence
        }
        if let excess = MarkdownLimits.excess(in: record.body) {
            // What cannot be taken apart cannot be kept from leaving either: internal notes might be in it.
            let problem = record.unreadableText(excess)
            reader.report(problem.code, problem.place, it: problem.message.it, en: problem.message.en)
        } else {
            entry.body = record.body
            entry.sections = MarkdownBody.sections(of: record.body, firstLine: record.bodyLine)
        }
        for check in EntryCheck.all {
            for (place, message) in check.run(entry, reader) {
                reader.report(check.code, place, it: message.it, en: message.en)
            }
        }
        entry.isIncomplete = reader.hasErrors
        let outline = DocumentOutline(
            origin: record.origin, kind: .sheet, id: entry.id, idPlace: reader.place(of: .id) ?? record.origin.place,
            references: reader.references(of: entry) + reader.sharedAt(entry) + linked(record),
            files: reader.values.files,
            reviewBy: entry.reviewBy, reviewPlace: reader.place(of: .reviewBy),
            isPublic: entry.publication == .published)
        return (entry, outline, reader.diagnostics)
    }

    /// The sheets that the text leads to, and where.
    private static func linked(_ record: Record) -> [DocumentOutline.Reference] {
        MarkdownBody.sheetLinks(in: record.body, firstLine: record.bodyLine).enumerated().map { index, link in
            let place = record.origin.row == nil ? TextPlace(line: link.line, column: 1) : record.origin.place
            return record.reference(to: link.id, at: place, isShown: index < Record.excerptsOfReferences)
        }
    }

    /// The fields without which there is no sheet.
    private static let required: [FieldName] = [.title, .kind]

    /// What reads the fields that come next.
    private static let others = SheetField.all.filter { !required.contains($0.name) }.map(\.read)
}

extension Entry {
    /// Two years in one, such as `2019/2020`: what ended then ended in the second.
    fileprivate mutating func endSpans(_ reader: SheetReader) {
        if let span = reader.value(.end)?.text.flatMap({ PartialDate(endOfSpan: $0) }) {
            end = span
        } else if end == nil, status == .concluded,
            let span = reader.value(.start)?.text.flatMap({ PartialDate(endOfSpan: $0) })
        {
            end = span
        }
    }

    /// A yes is a permission of the day on which it was given; without one the sheet stays internal, whatever its table
    /// says of all rows.
    fileprivate mutating func apply(_ consent: Consent?, _ reader: inout SheetReader) {
        guard let consent else { return }
        guard !consent.isGiven else {
            if permission == nil, let name = organization?.name {
                permission = Permission(by: name, date: updated)
            }
            return
        }
        if publication != .archived { publication = .draft }
        (licence, permission) = (nil, nil)
        let (it, en) =
            consent.answer.isEmpty
            ? ("nessuna risposta", "no answer") : ("«\(consent.answer)»", "“\(consent.answer)”")
        reader.report(
            .missingConsent, consent.place,
            it:
                "chi ha risposto non ha detto sì alla pubblicazione (\(it)): la scheda resta interna; quando c'è un sì, scrivilo qui",
            en:
                "whoever answered has not said yes to publication (\(en)): the sheet stays internal; when there is a yes, write it here"
        )
    }
}

extension FieldReader<FieldName> {
    /// The ids that the sheet refers to, each with the place where it stands.
    fileprivate func references(of entry: Entry) -> [DocumentOutline.Reference] {
        guard !entry.relations.isEmpty, let value = value(.related), case .map(let fields) = value.content else {
            return []
        }
        let values = fields.flatMap { field -> [RecordValue] in
            if case .list(let items) = field.value.content { items } else { [field.value] }
        }
        return values.enumerated().compactMap { index, value in
            value.text.map { record.reference(to: $0, at: value.place, isShown: index < Record.excerptsOfReferences) }
        }
    }
}

extension FieldReader<FieldName> {
    /// The community that the sheet names, and its meeting where its words hold one number.
    fileprivate func sharedAt(_ entry: Entry) -> [DocumentOutline.Reference] {
        guard let community = entry.community, let place = place(of: .community) else { return [] }
        var references = [record.reference(to: community, .community, at: place, isShown: true)]
        let numbers = (entry.meeting ?? "").split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        if let place = self.place(of: .meeting), numbers.count == 1, numbers[0] < 100 {
            references.append(
                record.reference(to: "\(community)/incontro-\(numbers[0])", .meeting, at: place, isShown: true))
        }
        return references
    }
}

extension Record {
    /// So many references are kept with the line they stand on: no more problems are told of a file.
    static let excerptsOfReferences = 100

    fileprivate func reference(
        to target: String, _ kind: KnowledgeDocument.Kind = .sheet, at place: TextPlace, isShown: Bool
    ) -> DocumentOutline.Reference {
        DocumentOutline.Reference(
            target: target, kind: kind, place: place, excerpt: isShown ? shownExcerpt(place) ?? "" : "")
    }
}

import PraticarioSystem

extension Community {
    /// Reads a file of `comunita/`: YAML as a whole.
    ///
    /// A wrong value costs that value; without a title there is no community. What it refers to is checked later, from
    /// the outlines.
    static func read(
        _ bytes: [UInt8], path: String, _ vocabularies: Vocabularies
    ) -> (documents: [ParsedDocument], diagnostics: [Diagnostic]) {
        let (record, diagnostics) = Record.parse(
            yaml: bytes, path: path, malformed: .malformedCommunity, fallbackID: Record.fallbackID(path: path))
        guard !record.fields.isEmpty else { return ([], diagnostics) }
        var reader = ValueReader(record, vocabularies, diagnostics)
        let whole = RecordValue(content: .map(record.fields), place: record.origin.place)
        let key = LocalizedText(it: "comunità", en: "community")
        guard var community = FieldType<Community>.community(path).read(&reader, whole, key) else {
            return ([], reader.diagnostics)
        }
        if community.id.isEmpty { community.id = record.fallbackID }
        CommunityCheck.run(community, &reader)
        return (community.parsed(reader), reader.diagnostics)
    }

    /// The community, with all that its file refers to, and its parts.
    private func parsed(_ reader: ValueReader) -> [ParsedDocument] {
        func document(_ content: KnowledgeDocument, _ references: [DocumentOutline.Reference]) -> ParsedDocument {
            ParsedDocument(
                content: content,
                outline: DocumentOutline(
                    origin: content.origin, kind: content.kind, id: content.id, title: content.community?.title,
                    idPlace: content.origin.place, references: references, reviewBy: nil, reviewPlace: nil))
        }
        return [document(.community(self), reader.references)]
            + meetingParts.map { document(.meeting($0), []) } + outcomeParts.map { document(.outcome($0), []) }
    }
}

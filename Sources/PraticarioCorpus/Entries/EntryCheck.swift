/// One thing that a sheet must hold as a whole, beyond each value being right.
struct EntryCheck: Sendable {
    typealias Finding = (place: Place?, message: LocalizedText)

    let code: DiagnosticCode
    /// What is wrong, with its place; nothing for a good sheet.
    let run: @Sendable (Entry, FieldReader) -> [Finding]

    static let all: [EntryCheck] = [
        hasThemes, hasTerritories, summaryIsShort, endsAfterStart, practiceHasSource, practiceHasResults,
        openLicenceHasPermission,
    ]

    /// The header as a whole, for what is not there.
    private static let header = Place(line: 1, column: 1)

    static let hasThemes = EntryCheck(code: .missingField) { entry, reader in
        guard entry.themes.isEmpty, reader.value(.themes) == nil else { return [] }
        let message = LocalizedText(
            it: "manca `temi`: serve almeno un tema (elenco: praticario themes)",
            en: "`themes` is missing: at least one is needed (list: praticario themes)")
        return [(reader.place(of: .themes) ?? header, message)]
    }

    static let hasTerritories = EntryCheck(code: .missingField) { entry, reader in
        guard entry.territories.isEmpty, reader.value(.territories) == nil else { return [] }
        let message = LocalizedText(
            it: "manca `territori`: serve almeno un comune, una provincia, una regione o Italia",
            en: "`territories` is missing: at least a comune, a province, a region or Italia is needed")
        return [(reader.place(of: .territories) ?? header, message)]
    }

    static let summaryIsShort = EntryCheck(code: .summaryTooLong) { entry, reader in
        guard let count = entry.summary?.count, count > 300 else { return [] }
        let message = LocalizedText(
            it: "la sintesi ha \(count) caratteri: al massimo 300, il resto va nel testo",
            en: "the summary has \(count) characters: at most 300, the rest belongs in the text")
        return [(reader.place(of: .summary), message)]
    }

    static let endsAfterStart = EntryCheck(code: .endBeforeStart) { entry, reader in
        guard let start = entry.start, let end = entry.end, end.isBefore(start) else { return [] }
        let message = LocalizedText(
            it: "la fine (\(end.iso8601)) viene prima dell'inizio (\(start.iso8601))",
            en: "the end (\(end.iso8601)) comes before the start (\(start.iso8601))")
        return [(reader.place(of: .end), message)]
    }

    static let practiceHasSource = EntryCheck(code: .missingSource) { entry, reader in
        guard entry.kind == .practice, entry.sources.isEmpty, !entry.isExample else { return [] }
        let message = LocalizedText(
            it: "una pratica ha almeno una fonte: un sito, un documento, un incontro, la dichiarazione dell'ente",
            en: "a practice has at least one source: a site, a document, a meeting, the body's own statement")
        return [(reader.place(of: .sources) ?? header, message)]
    }

    static let practiceHasResults = EntryCheck(code: .missingResults) { entry, _ in
        let hasSection = entry.sections.contains { StandardSection(named: $0.title) == .results && !$0.text.isEmpty }
        guard entry.kind == .practice, entry.results == nil, !hasSection, !entry.isExample else { return [] }
        let message = LocalizedText(
            it: "la pratica non dice quali risultati ha dato: chi legge li cerca per primi",
            en: "the practice does not say what came of it: readers look for that first")
        return [(header, message)]
    }

    static let openLicenceHasPermission = EntryCheck(code: .missingPermission) { entry, reader in
        guard let licence = entry.licence, licence.uppercased().hasPrefix("CC"), entry.permission?.date == nil else {
            return []
        }
        let message = LocalizedText(
            it: "con una licenza aperta serve `permesso`: chi l'ha dato (`da`) e quando (`data`)",
            en: "an open licence needs `permission`: who gave it (`by`) and when (`date`)")
        return [(reader.place(of: .licence), message)]
    }
}

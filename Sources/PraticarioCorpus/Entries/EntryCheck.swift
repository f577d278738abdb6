import ItalianText
import PraticarioSystem

/// One thing that a sheet must hold as a whole, beyond each value being right.
struct EntryCheck: Sendable {
    typealias Finding = (place: TextPlace?, message: LocalizedText)

    let code: DiagnosticCode
    /// What is wrong, with its place; nothing for a good sheet.
    let run: @Sendable (Entry, SheetReader) -> [Finding]

    static let all: [EntryCheck] = [
        hasThemes, hasTerritories, summaryIsShort, endsAfterStart, practiceHasSource, practiceHasResults,
        openLicenceHasPermission, personsAreLeftOut, sensitivePlacesAreVague,
    ]

    static let hasThemes = EntryCheck(code: .missingField) { entry, reader in
        guard entry.themes.isEmpty, reader.value(.themes) == nil else { return [] }
        let message = LocalizedText(
            it: "manca `temi`: serve almeno un tema (elenco: praticario themes)",
            en: "`themes` is missing: at least one is needed (list: praticario themes)")
        return [(reader.place(of: .themes) ?? entry.origin.place, message)]
    }

    static let hasTerritories = EntryCheck(code: .missingField) { entry, reader in
        guard entry.territories.isEmpty, reader.value(.territories) == nil else { return [] }
        let message = LocalizedText(
            it: "manca `territori`: serve almeno un comune, una provincia, una regione o Italia",
            en: "`territories` is missing: at least a comune, a province, a region or Italia is needed")
        return [(reader.place(of: .territories) ?? entry.origin.place, message)]
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
        return [(reader.place(of: .sources) ?? entry.origin.place, message)]
    }

    static let practiceHasResults = EntryCheck(code: .missingResults) { entry, _ in
        let hasSection = entry.sections.contains { StandardSection(named: $0.title) == .results && !$0.text.isEmpty }
        let saysSo = hasSection || entry.results?.isStatement == true
        guard entry.kind == .practice, !saysSo, !entry.isExample else { return [] }
        let message = LocalizedText(
            it:
                "la pratica non dice quali risultati ha dato: chi legge li cerca per primi; se nessuna fonte li dice, scrivi `risultati: {documentati: no}`",
            en:
                "the practice does not say what came of it: readers look for that first; where no source tells, write `results: {documented: no}`"
        )
        return [(entry.origin.place, message)]
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

    static let personsAreLeftOut = EntryCheck(code: .personalData) { entry, reader in
        let contact = entry.contact
        let prose = proseFields.flatMap { field in
            field.value(entry).words.map { ($0, reader.place(of: field.name)) }
        }
        let addresses = [contact?.email, contact?.phone].compactMap { $0 }.map { ($0, reader.place(of: .contact)) }
        let sections = entry.sections.map { section in
            (section.text, entry.origin.row == nil ? TextPlace(line: section.line, column: 1) : entry.origin.place)
        }
        return (prose + addresses + sections).flatMap { text, place -> [Finding] in
            PersonalData.findings(in: text).map { (place, $0) }
        }
    }

    private static let proseFields = SheetField.all.filter(\.isProse)

    /// A refuge that can be found is no refuge.
    static let sensitivePlacesAreVague = EntryCheck(code: .sensitivePlace) { entry, reader in
        guard !entry.isPublicPlace, isSensitive(entry, reader.vocabularies.themes) else { return [] }
        let register = reader.vocabularies.territories
        let exact = entry.territories.filter { register[$0]?.level == .municipality }
        guard !exact.isEmpty || entry.place != nil else { return [] }
        let message = LocalizedText(
            it:
                "parla di violenza, rifugi o tratta e nomina un luogo più piccolo della provincia: chi è protetto non va reso rintracciabile; usa `provincia di …` e togli `luogo`, o scrivi `luogo_pubblico: sì` se è uno sportello che tutti possono conoscere",
            en:
                "it is about violence, refuges or trafficking and names a place below the province: nobody under protection may be traceable; use `provincia di …` and remove `place`, or write `public_place: yes` for an office that everybody may know"
        )
        return [(reader.place(of: entry.place == nil ? .territories : .place) ?? entry.origin.place, message)]
    }

    /// By its themes, or by words that a vocabulary lists.
    private static func isSensitive(_ entry: Entry, _ themes: ConceptScheme) -> Bool {
        if entry.themes.contains(where: { themes[$0]?.isSensitive == true }) { return true }
        guard !themes.sensitiveWords.isEmpty else { return false }
        let text = TextKey.folded([entry.title, entry.summary ?? ""].joined(separator: " "))
        return themes.sensitiveWords.contains { text.hasBytes(of: $0) }
    }
}

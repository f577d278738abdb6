import PraticarioCorpus
import PraticarioSearch

/// A selection as a table: a sheet a row, several values of a cell between semicolons, codes as text.
struct TableExport {
    private let selection: Selection
    private let writer: CSVWriter

    init(_ selection: Selection, _ dialect: CSVWriter.Dialect = .excel) {
        self.selection = selection
        writer = CSVWriter(dialect)
    }

    private struct Column {
        let heading: LocalizedText
        let cell: (Entry, Selection) -> String
    }

    func write(to path: String) throws(FileProblem) {
        try Files.write(Array(text.utf8), to: path)
    }

    var text: String {
        let headings = writer.line(Self.columns.map { $0.heading[selection.language] })
        let rows = selection.entries.map { entry in writer.line(Self.columns.map { $0.cell(entry, selection) }) }
        return writer.preamble + ([headings] + rows).joined()
    }

    private static func list(_ values: [String]) -> String {
        values.joined(separator: "; ")
    }

    private nonisolated(unsafe) static let columns: [Column] = {
        var columns: [Column] = [
            Column(heading: LocalizedText(both: "id")) { entry, _ in entry.id },
            Column(heading: LocalizedText(it: "Titolo", en: "Title")) { entry, _ in entry.title },
            Column(heading: LocalizedText(it: "Tipo", en: "Kind")) { $0.kind.label[$1.language] },
            Column(heading: LocalizedText(it: "Esempio", en: "Example")) { entry, selection in
                entry.isExample ? selection.say("sì", "yes") : ""
            },
            Column(heading: LocalizedText(it: "Pubblicazione", en: "Publication")) {
                $0.publication.label[$1.language]
            },
            Column(heading: LocalizedText(it: "Sintesi", en: "Summary")) { entry, _ in entry.summary ?? "" },
            Column(heading: LocalizedText(it: "Temi", en: "Themes")) { list($1.labels($0.themes, .theme)) },
            Column(heading: LocalizedText(it: "Territori", en: "Territories")) {
                list($1.labels($0.territories, .territory))
            },
            Column(heading: LocalizedText(it: "Codici ISTAT", en: "ISTAT codes")) { entry, _ in list(entry.territories)
            },
            Column(heading: LocalizedText(it: "Luogo", en: "Place")) { entry, _ in entry.place ?? "" },
            Column(heading: LocalizedText(it: "Destinatari", en: "Target groups")) {
                list($1.labels($0.targetGroups, .targetGroup))
            },
            Column(heading: LocalizedText(it: "Bisogno", en: "Need")) { entry, _ in entry.needs ?? "" },
            Column(heading: LocalizedText(it: "Organizzazione", en: "Organization")) { entry, _ in
                entry.organization?.name ?? ""
            },
            Column(heading: LocalizedText(it: "Partner", en: "Partners")) { entry, _ in list(entry.partners.map(\.name))
            },
            Column(heading: LocalizedText(it: "Inizio", en: "Start")) { entry, _ in entry.start?.iso8601 ?? "" },
            Column(heading: LocalizedText(it: "Fine", en: "End")) { entry, _ in entry.end?.iso8601 ?? "" },
            Column(heading: LocalizedText(it: "Stato", en: "Status")) { $0.status.label[$1.language] },
            Column(heading: LocalizedText(it: "Verifica", en: "Verification")) { entry, _ in String(entry.verification)
            },
        ]
        columns += StandardSection.allCases.filter { $0 != .internalNotes }.map { section in
            Column(heading: section.label) { entry, _ in
                entry.sections.filter { StandardSection(named: $0.title) == section }.map(\.text)
                    .joined(separator: "\n")
            }
        }
        return columns + [
            Column(heading: LocalizedText(it: "Fonti", en: "Sources")) { entry, _ in
                list(entry.sources.map { $0.url.map { url in "\(url)" } ?? $0.title })
            },
            Column(heading: LocalizedText(it: "Licenza e attribuzione", en: "Licence and attribution")) {
                $1.attribution(of: $0)
            },
            Column(heading: LocalizedText(it: "Aggiornata", en: "Updated")) { entry, _ in entry.updated?.iso8601 ?? ""
            },
        ]
    }()
}

public import ArgumentParser
public import Praticario
import PraticarioPublishing
import PraticarioSystem
import PraticarioCorpus

/// How an export is written and where to.
struct ExportArguments: ParsableArguments {
    @Option(help: "Il formato: vedi sopra. / The format: see above.")
    var format: ExportFormat

    @Option(
        name: .shortAndLong,
        help: "Il file o la cartella; - per lo standard output. / The file or folder; - for the standard output.")
    var output: String?

    @Option(help: "Il titolo del documento. / The document's title.")
    var title: String?

    @Option(help: "Quanto di ogni scheda: short o full. / How much of each sheet: short or full.")
    var detail: ExportOptions.Detail?

    @Option(help: "Del csv: excel o rfc4180. / Of csv: excel or rfc4180.")
    var dialect: CSVDialect?

    @Option(
        help: ArgumentHelp(
            "La carta intestata: un .docx o .odt con gli stili da usare. / The letterhead: a .docx or .odt.",
            valueName: "file"))
    var template: String?

    @Flag(help: "Anche le schede non pubblicate. / Sheets that are not published, too.")
    var drafts = false

    @Flag(
        help:
            "Solo dati aperti: schede con una licenza aperta, nessun esempio. / Open data only: open licences, no examples."
    )
    var open = false

    private var audience: ExportFormat.Audience { open ? .openData : format.audience }

    func validate() throws {
        if let template {
            guard template.lowercased().hasSuffix("." + format.rawValue), [.docx, .odt].contains(format) else {
                throw ValidationError(
                    "--template: un .docx con --format docx, un .odt con --format odt / a .docx or .odt of the same format"
                )
            }
        }
        if detail != nil, !format.hasDetail {
            throw ValidationError("--detail: solo per i documenti / for documents only")
        }
        if dialect != nil, format != .csv {
            throw ValidationError("--dialect: solo con --format csv / with --format csv only")
        }
        if title != nil, format == .bundle || format == .skos {
            throw ValidationError("--title: \(format.rawValue) non ha un titolo suo / has no title of its own")
        }
        if output == "-", !format.isText {
            throw ValidationError("--output -: solo per i formati di testo / for formats that are text only")
        }
        if drafts, audience != .readers {
            throw ValidationError(
                "--drafts: \(format.rawValue) prende solo schede pubblicate / takes only published sheets")
        }
    }

    func write(_ source: KnowledgeBase.ExportSource, from base: KnowledgeBase, language: Language) async throws {
        if let template, Files.type(of: template) != .file {
            throw Failure(it: "\(template): il modello non c'è", en: "\(template): there is no such template")
        }
        var options = ExportOptions()
        options.detail = detail ?? options.detail
        options.dialect = dialect ?? options.dialect
        options.template = template
        var stem: String?
        if case .collection(let collection) = source { stem = collection.id }
        let path = output ?? format.fileName(stem)
        let leftOut: [KnowledgeBase.LeftOut]
        if path == "-" {
            var (selection, others) = try base.selection(
                source, for: audience, includingDrafts: drafts, language: language)
            if let title { selection.title = title }
            var out = StandardOutput()
            try selection.write(as: format, to: &out, options)
            leftOut = others
        } else {
            do {
                let progress = ProgressLine(language.say("Scrittura delle schede", "Writing sheets"))
                defer { progress.finish() }
                let report = try await base.export(
                    source, as: format, to: path, options: options, title: title, includingDrafts: drafts,
                    audience: audience, language: language, progress: progress.report)
                progress.finish()
                leftOut = report.leftOut
                Terminal.print(format == .skos ? path : "\(path): \(language.sheets(report.sheets))")
            } catch let problem as ProgramProblem {
                throw Failure(problem.message(for: "--format \(format.rawValue)"))
            }
        }
        // The vocabularies are of no sheets.
        if format != .skos { tell(leftOut, language) }
    }

    private func tell(_ leftOut: [KnowledgeBase.LeftOut], _ language: Language) {
        for reason in KnowledgeBase.LeftOut.Reason.allCases {
            let ids = leftOut.filter { $0.reason == reason }.map(\.id)
            guard !ids.isEmpty else { continue }
            Terminal.printError(
                language.say("Lasciate fuori ", "Left out ") + reason.text(audience)[language] + ": "
                    + language.sheets(ids.count))
            for id in ids.prefix(20) { Terminal.printError("  \(id)") }
            if ids.count > 20 { Terminal.printError("  …") }
        }
    }
}

extension Language {
    fileprivate func sheets(_ count: Int) -> String {
        self == .english ? counted(count, "sheet", "sheets") : counted(count, "scheda", "schede")
    }
}

extension KnowledgeBase.LeftOut.Reason {
    fileprivate func text(_ audience: ExportFormat.Audience) -> LocalizedText {
        switch self {
        case .missing: LocalizedText(it: "perché nessuna scheda ha questo id", en: "because no sheet has this id")
        case .unpublished where audience == .readers:
            LocalizedText(
                it: "perché non pubblicate (--drafts le comprende)",
                en: "because not published (--drafts includes them)")
        case .unpublished: LocalizedText(it: "perché non pubblicate", en: "because not published")
        case .example: LocalizedText(it: "perché sono esempi inventati", en: "because invented, as examples")
        case .noLicence:
            LocalizedText(
                it: "perché senza licenza, a uso interno", en: "because without a licence, for internal use")
        case .closedLicence:
            LocalizedText(it: "perché la loro licenza non è aperta", en: "because their licence is not open")
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportOptions.Detail: ExpressibleByArgument {}
extension CSVDialect: ExpressibleByArgument {}

public import ArgumentParser
import Praticario
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

    private var audience: Audience { open ? .openData : format.audience }

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
        let path = output ?? format.fileName(Self.stem(source))
        let report: KnowledgeBase.ExportReport
        if path == "-" {
            var out = StandardOutput()
            report = try base.export(
                source, as: format, to: &out, options: options, title: title, includingDrafts: drafts,
                audience: audience, language: language)
        } else {
            report = try await write(source, to: path, from: base, language)
            Terminal.print(format == .skos ? path : "\(path): \(language.sheets(report.sheets))")
        }
        // The vocabularies are of no sheets.
        if format == .skos { return }
        let leftOut = LeftOutReport(leftOut: report.leftOut, audience: audience, language: language)
        leftOut.lines.forEach(Terminal.printError)
    }

    private func write(
        _ source: KnowledgeBase.ExportSource, to path: String, from base: KnowledgeBase, _ language: Language
    ) async throws -> KnowledgeBase.ExportReport {
        let progress = ProgressLine(language.say("Scrittura delle schede", "Writing sheets"))
        defer { progress.finish() }
        do {
            return try await base.export(
                source, as: format, to: path, options: options, title: title, includingDrafts: drafts,
                audience: audience, language: language, progress: progress.report)
        } catch let problem as ProgramProblem {
            throw Failure(problem.message(for: "--format \(format.rawValue)"))
        }
    }

    private var options: ExportOptions {
        var options = ExportOptions()
        options.detail = detail ?? options.detail
        options.dialect = dialect ?? options.dialect
        options.template = template
        return options
    }

    private static func stem(_ source: KnowledgeBase.ExportSource) -> String? {
        if case .collection(let collection) = source { collection.id } else { nil }
    }
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportOptions.Detail: ExpressibleByArgument {}
extension CSVDialect: ExpressibleByArgument {}

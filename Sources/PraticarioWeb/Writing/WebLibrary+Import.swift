import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSystem

/// Taking spreadsheets in, and other networks' archives: sent, looked at, taken.
extension WebLibrary {
    var imports: ImportStore { ImportStore(whole.folder) }

    @Sendable func importStart(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context) { _ in ImportStartPage(context.language) }
    }

    @Sendable func importSend(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, imports) = (context.form, imports)
        let kind = form.fields["tipo"].flatMap(EntryKind.init(rawValue:)) ?? .experience
        guard let file = form.files["foglio"], !file.bytes.isEmpty else {
            return try await startAgain(WebProblem.noFile.message, request, context)
        }
        let token = try await Background.run { try imports.add(file, kind: kind) }
        do {
            var choices = try imports.choices(token)
            let path = imports.path(token, choices.file)
            if try await Background.run({ ArchiveFiles.isArchive(path) }) {
                choices.isArchive = true
                let found = try await archiveImport(token, choices, context, isDryRun: true)
                choices.names = found.names
                try imports.save(choices, token)
            } else {
                let csv = try await Self.csv(of: path)
                let asSent = choices
                choices = try await Background.run {
                    var kept = asSent
                    try imports.keep(csv, &kept, token)
                    return kept
                }
                _ = try await plan(token, choices, context, isDryRun: true)
            }
        } catch let problem as any ExplainedError {
            // A file that is no table is not kept.
            try await Background.run { imports.remove(token) }
            return try await startAgain(Self.told(problem, file.name, imports.place(token)), request, context)
        }
        return .redirect(to: ImportPage.address(of: token))
    }

    private func startAgain(
        _ problem: LocalizedText, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        try await respond(request, context, status: .unprocessableContent) { _ in
            ImportStartPage(problem: problem, context.language)
        }
    }

    /// By the name that people know it by.
    static func told(_ problem: any ExplainedError, _ name: String, _ place: String) -> LocalizedText {
        func named(_ text: String) -> String {
            guard let start = text.firstRange(of: place) else { return text }
            let end = text[start.upperBound...].firstRange(of: ": ")?.lowerBound ?? text.endIndex
            return text.replacingCharacters(in: start.lowerBound..<end, with: name)
        }
        let message =
            if let problem = problem as? ProgramProblem { problem.message(for: ".xlsx") } else { problem.message }
        return LocalizedText(it: named(message.it), en: named(message.en))
    }

    @Sendable func importPlan(_ request: Request, _ context: WebContext) async throws -> Response {
        let (token, imports) = (context.part("token"), imports)
        let choices = try await Background.run { try imports.choices(token) }
        if choices.isArchive == true { return try await archivePage(token, choices, problem: nil, request, context) }
        if let result = choices.result {
            return try await respond(request, context) { _ in
                ImportDonePage(token, choices, result, context.language)
            }
        }
        return try await planPage(token, choices, problem: nil, request, context)
    }

    private func planPage(
        _ token: String, _ choices: ImportStore.Choices, problem: LocalizedText?, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let report = try await plan(token, choices, context, isDryRun: true)
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            ImportPage(
                token, choices, report, snapshot, problem: problem, done: request.fields["fatto"], context.language)
        }
    }

    @Sendable func importTake(_ request: Request, _ context: WebContext) async throws -> Response {
        let (token, imports, fields) = (context.part("token"), imports, context.form.fields)
        var choices = try await Background.run { try imports.choices(token) }
        guard choices.result == nil, choices.archive == nil else { return .redirect(to: ImportPage.address(of: token)) }
        if fields["azione"] == "butta" {
            try await Background.run { imports.remove(token) }
            return .redirect(to: "/importa")
        }
        if choices.isArchive == true { return try await takeArchive(token, choices, request, context) }
        choices.take(fields)
        let taken = choices
        try await Background.run { try imports.save(taken, token) }
        guard fields["azione"] == "prendi" else { return .redirect(to: ImportPage.address(of: token)) }
        do {
            let report = try await plan(token, choices, context, isDryRun: false)
            let counts = report.plan.counts
            choices.result = ImportStore.Result(
                table: report.table, added: counts.added, updated: counts.updated, unchanged: counts.unchanged,
                leftOut: counts.leftOut,
                toCorrect: report.toCorrect?.split(separator: "/").last.map(String.init))
        } catch let problem as any ExplainedError {
            let message = Self.told(problem, choices.name, imports.place(token))
            return try await planPage(token, choices, problem: message, request, context)
        }
        let done = choices
        try await Background.run {
            try imports.save(done, token)
            // It tells of who answered, and is not needed any more.
            Files.remove(imports.path(token, done.file))
        }
        return .redirect(to: ImportPage.address(of: token))
    }

    // MARK: A row

    @Sendable func importRow(_ request: Request, _ context: WebContext) async throws -> Response {
        let (token, row, imports) = (context.part("token"), try Self.row(context), imports)
        let choices = try await Background.run { try imports.choices(token) }
        guard choices.isTableToTake else { throw WebProblem.notFound }
        return try await rowPage(token, row, choices, request, context)
    }

    private func rowPage(
        _ token: String, _ row: Int, _ choices: ImportStore.Choices, status: HTTPResponse.Status = .ok,
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let report = try await plan(token, choices, context, isDryRun: true)
        return try await respond(request, context, status: status) { snapshot in
            try ImportRowPage(token, choices, row: row, report.plan, snapshot, context.language)
        }
    }

    /// What was typed is kept in any case; a row that stays out all the same is shown again.
    @Sendable func importSaveRow(_ request: Request, _ context: WebContext) async throws -> Response {
        let (token, row, imports, fields) = (context.part("token"), try Self.row(context), imports, context.form.fields)
        var choices = try await Background.run { try imports.choices(token) }
        guard choices.isTableToTake else { throw WebProblem.notFound }
        guard let cells = try await plan(token, choices, context, isDryRun: true).plan.cells(ofRow: row) else {
            throw WebProblem.notFound
        }
        if fields["azione"] == "comera" {
            choices.take(FormFields(), ofRow: row, cells)
        } else {
            choices.take(fields, ofRow: row, cells)
        }
        let typed = choices
        try await Background.run { try imports.save(typed, token) }
        let after = try await plan(token, choices, context, isDryRun: true).plan
        guard fields["azione"] != "comera", after.unfitRows.contains(row) else {
            return .redirect(to: ImportPage.address(of: token) + "?fatto=riga")
        }
        return try await rowPage(token, row, choices, status: .unprocessableContent, request, context)
    }

    /// - Throws: `WebProblem.notFound`.
    private static func row(_ context: WebContext) throws -> Int {
        guard let row = Int(context.part("row")), row > 0 else { throw WebProblem.notFound }
        return row
    }

    @Sendable func importCorrections(_ request: Request, _ context: WebContext) async throws -> Response {
        let (token, imports) = (context.part("token"), imports)
        let bytes = try await Background.run {
            guard let name = try imports.choices(token).result?.toCorrect else { throw WebProblem.notFound }
            return try Files.read(imports.path(token, name))
        }
        var response = Response.bytes(bytes, "text/csv; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"da-correggere.csv\""
        response.headers[.cacheControl] = "no-store"
        return response
    }

    static func csv(of path: String) async throws -> [UInt8] {
        if let bytes = try await Background.run({ try SpreadsheetFile.csvByOurselves(of: path) }) { return bytes }
        return try await SpreadsheetFile.csvByProgram(of: path)
    }

    /// What it would bring, or brings.
    private func plan(
        _ token: String, _ choices: ImportStore.Choices, _ context: WebContext, isDryRun: Bool
    ) async throws -> KnowledgeBase.ImportReport {
        let path = imports.path(token, choices.file)
        let place = imports.place(token)
        let bytes = try await Self.csv(of: path)
        return try await write(context, as: "importa «\(choices.name)»") { base in
            try base.importTable(
                bytes, of: path, choices.options, language: context.language, isDryRun: isDryRun,
                correctionsFolder: place)
        }
    }
}

extension ImportStore.Choices {
    /// What was changed on the page: a column that is no longer what it was, a word that means something.
    fileprivate mutating func take(_ fields: FormFields) {
        for index in 0..<2_000 {
            guard let heading = fields.whole("c.\(index).heading") else { break }
            guard let target = fields["c.\(index).target"], target != fields["c.\(index).was"],
                TableTarget(target) != nil
            else { continue }
            columns[heading] = target
        }
        for index in 0..<2_000 {
            guard let theirs = fields.whole("w.\(index).theirs"), let field = fields["w.\(index).field"] else { break }
            words.removeAll { $0.field == field && $0.theirs == theirs }
            guard let ours = fields["w.\(index).ours"], TableTarget(field) != nil else { continue }
            words.append(ImportStore.Word(field: field, theirs: theirs, ours: ours))
        }
        takesNewOnly = fields["nuove"] != nil
    }

    /// Whether it is a spreadsheet that nobody has taken in yet.
    fileprivate var isTableToTake: Bool { result == nil && isArchive != true }

    /// What was typed over a row: the cells that say something else than the spreadsheet.
    fileprivate mutating func take(_ fields: FormFields, ofRow row: Int, _ cells: [TableImport.GivenCell]) {
        let given = Dictionary(cells.map { ($0.heading, $0.given) }) { first, _ in first }
        var typed: [String: String] = [:]
        for index in 0..<2_000 {
            guard let heading = fields.whole("c.\(index).heading"), let sent = fields.whole("c.\(index).text") else {
                break
            }
            let text = sent.replacing("\r\n", with: "\n")
            if text != given[heading, default: ""].replacing("\r\n", with: "\n") { typed[heading] = text }
        }
        var rows = self.rows ?? TypedRows()
        rows[row: row] = typed
        self.rows = rows
    }

    fileprivate var options: KnowledgeBase.ImportOptions {
        var options = KnowledgeBase.ImportOptions(
            kind: EntryKind(rawValue: kind) ?? .experience,
            columns: columns.compactMapValues { TableTarget($0) }, takesNewOnly: takesNewOnly)
        if let rows { options.typed = rows }
        for word in words {
            if let target = TableTarget(word.field) { options.replace(word.theirs, with: word.ours, in: target) }
        }
        return options
    }
}

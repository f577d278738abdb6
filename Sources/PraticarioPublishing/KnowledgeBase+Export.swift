public import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
public import Praticario
public import PraticarioSystem

extension KnowledgeBase {
    /// What to export: the answer to a question, or a curated collection.
    public enum ExportSource: Codable, Hashable, Sendable {
        /// In the query language; empty for all sheets.
        case search(String)
        /// Its prose and its sheets, in the curator's order.
        case collection(CuratedCollection)
    }

    /// What an export wrote and what it left out.
    public struct ExportReport: Codable, Hashable, Sendable {
        /// How many sheets were written.
        public var sheets: Int
        /// In the order of the source, entries without a sheet first.
        public var leftOut: [LeftOut]
    }

    /// Writes sheets to a file or folder.
    ///
    /// ```swift
    /// try await base.export(.search("tema:anziani"), as: .docx, to: "anziani.docx")
    /// if let collection = base.collection("sport-e-inclusione") {
    ///     try await base.export(.collection(collection), as: .html, to: "sport.html")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - source: what is written, in its own order.
    ///   - format: what it is written as.
    ///   - path: the file, whose folder must exist; a folder for `site` and `bundle`, and for `csv` where long tables are
    ///     wanted beside it.
    ///   - options: of the format.
    ///   - title: of the document; by default that of the collection or of the knowledge base.
    ///   - includingDrafts: also what is not published, for readers; never for open data, sites and bundles.
    ///   - audience: who shall read it, by default that of the format.
    ///   - language: of labels and headings.
    ///   - progress: hears how many parts of how many are written; a format may go over them more than once.
    /// - Throws: `FileProblem`, `ExportProblem`; for a format that another program makes `ProgramProblem`.
    @discardableResult
    public func export(
        _ source: ExportSource, as format: ExportFormat, to path: String, options: ExportOptions = ExportOptions(),
        title: String? = nil, includingDrafts: Bool = false, audience: Audience? = nil,
        language: Language = .italian, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> ExportReport {
        try Disclosure.keepOut(path, of: folder)
        let edition = edition(for: audience ?? format.audience, language: language, detail: options.detail)
        var (choice, leftOut) = try choice(source, for: edition, title: title, includingDrafts: includingDrafts)
        try Self.demandSheets(in: choice, leftOut, for: edition.audience, format)
        choice.progress = progress
        choice.collections = try collections(of: choice, of: source, as: format, for: edition)
        var collectionPath: String?
        if case .collection(let collection) = source { collectionPath = collection.path }
        try await choice.write(
            as: format, to: path, for: edition, options, from: folder, collectionPath: collectionPath)
        return ExportReport(sheets: choice.heads.count, leftOut: leftOut)
    }

    /// Writes sheets as a format that is text, one for which `isText` holds, piece by piece, wherever it goes. The rest is as
    /// of an export to a file.
    ///
    /// - Throws: what reading the sheets throws.
    @discardableResult
    public func export(
        _ source: ExportSource, as format: ExportFormat, to out: inout some TextOutputStream,
        options: ExportOptions = ExportOptions(), title: String? = nil, includingDrafts: Bool = false,
        audience: Audience? = nil, language: Language = .italian
    ) throws -> ExportReport {
        let edition = edition(for: audience ?? format.audience, language: language, detail: options.detail)
        var (choice, leftOut) = try choice(source, for: edition, title: title, includingDrafts: includingDrafts)
        try Self.demandSheets(in: choice, leftOut, for: edition.audience, format)
        choice.collections = try collections(of: choice, of: source, as: format, for: edition)
        try choice.write(as: format, to: &out, for: edition, options)
        return ExportReport(sheets: choice.heads.count, leftOut: leftOut)
    }

    /// A site, a bundle or open data without a sheet help nobody, and hide that something is missing.
    private static func demandSheets(
        in choice: Choice, _ leftOut: [LeftOut], for audience: Audience, _ format: ExportFormat
    ) throws {
        guard audience != .readers, choice.heads.isEmpty, format != .skos else { return }
        throw ExportProblem.nothingToPublish(
            Dictionary(leftOut.map { ($0.reason, 1) }) { $0 + $1 })
    }

    /// The edition of today: the settings, vocabularies and logo as they are now.
    public func edition(
        for audience: Audience, language: Language = .italian, detail: ExportOptions.Detail = .full
    ) -> Edition {
        var edition = Edition(
            settings: settings, values: values, language: language, date: .today, audience: audience, detail: detail)
        edition.logo = settings.logo.flatMap { try? Files.read(folder.path($0)) }.flatMap(Logo.init)
        edition.files = SheetFiles(folder)
        return edition
    }

    /// The sheets of a source that may leave for the readers of an edition, and those that stay at home.
    ///
    /// - Parameters:
    ///   - source: what is chosen from, in its own order.
    ///   - edition: for whom.
    ///   - title: in place of the collection's or the knowledge base's own.
    ///   - includingDrafts: also what is not published, where the audience is `readers`.
    public func choice(
        _ source: ExportSource, for edition: Edition, title: String? = nil, includingDrafts: Bool = false
    ) throws -> (choice: Choice, leftOut: [LeftOut]) {
        let disclosure = Disclosure(audience: edition.audience, includesDrafts: includingDrafts)
        var leftOut: [LeftOut] = []
        // Without the communities that a collection holds, which are no sheets.
        var leftOutSheets: [LeftOut.Reason: Int] = [:]
        func shown(_ head: EntryHead, note: String) -> Choice.Part? {
            guard let reason = disclosure.reason(toKeep: head) else { return .sheet(head, note: note) }
            leftOut.append(LeftOut(id: head.id, reason: reason))
            leftOutSheets[reason, default: 0] += 1
            return nil
        }
        func shown(_ head: DocumentHead) -> DocumentHead? {
            guard let reason = disclosure.reason(toKeep: head) else { return head }
            leftOut.append(LeftOut(id: head.id, reason: reason))
            return nil
        }
        let parts: [Choice.Part]
        switch source {
        case .search(let question):
            parts = try search(question, .allHeads).hits.compactMap { shown($0.head, note: "") }
        case .collection(let collection):
            let contents = try contents(of: collection)
            leftOut = collection.missingEntries(in: contents).map { LeftOut(id: $0, reason: .missing) }
            if !leftOut.isEmpty { leftOutSheets[.missing] = leftOut.count }
            parts = contents.compactMap { part in
                switch part {
                case .text(let markdown): .prose(markdown)
                case .sheet(let head, let note): shown(head, note: note)
                case .document(let head, let note):
                    shown(head).map { .prose($0.markdown(note: note, edition.language)) }
                }
            }
        }
        let name = edition.settings.title.isEmpty ? "Praticario" : edition.settings.title
        var choice = Choice(title: name, parts: parts) { ids in try self.entries(ids) }
        switch source {
        case .search(let question): choice.query = question.isEmpty ? nil : question
        case .collection(let collection): choice.describe(collection)
        }
        choice.title = title ?? choice.title
        choice.leftOut = leftOutSheets
        return (choice, leftOut)
    }

    /// The collections that may leave with the answer to a search, for formats that show them or search by them, each with
    /// those of its sheets that are chosen. As with sheets, one without a licence is for internal use.
    private func collections(
        of chosen: Choice, of source: ExportSource, as format: ExportFormat, for edition: Edition
    ) throws -> [Choice] {
        guard format == .site || format == .page, case .search = source else { return [] }
        let ids = Set(chosen.heads.map(\.id))
        return try collections().filter { $0.licence != nil }.compactMap { collection in
            var (choice, _) = try choice(.collection(collection), for: edition)
            let all = choice.heads.count
            choice.parts.removeAll { if case .sheet(let head, _) = $0 { !ids.contains(head.id) } else { false } }
            let elsewhere = all - choice.heads.count
            if elsewhere > 0 { choice.leftOut[.elsewhere] = elsewhere }
            return choice.heads.isEmpty ? nil : choice
        }
    }
}

extension Choice {
    /// What the collection's file says of it.
    fileprivate mutating func describe(_ collection: CuratedCollection) {
        id = collection.id
        title = collection.title
        summary = collection.summary
        curator = collection.curator
        licence = collection.licence
        textLanguage = collection.language
        updated = collection.updated
    }
}

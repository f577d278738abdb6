public import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
public import Praticario
public import PraticarioSystem

extension KnowledgeBase {
    /// What an export wrote and what it left out.
    public struct ExportReport: Sendable {
        public var path: String
        public var sheets: Int
        public var leftOut: [LeftOut]
    }

    /// A sheet that stayed at home.
    public struct LeftOut: Hashable, Sendable {
        public enum Reason: CaseIterable, Sendable {
            /// An entry of a collection without a sheet.
            case missing
            /// A draft, in review or archived.
            case unpublished
            /// An invented sheet: nothing for the public.
            case example
            /// Without a licence it is for internal use.
            case noLicence
            /// Its licence does not let everybody use it for everything.
            case closedLicence
        }

        public var id: String
        public var reason: Reason
    }

    /// What to export: the answer to a question, or a curated collection.
    public enum ExportSource: Sendable {
        /// In the query language; empty for all sheets.
        case search(String)
        case collection(CuratedCollection)
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
    /// - Throws: `FileProblem`, `ExportProblem`; for a format that needs another program `ProgramProblem`.
    @discardableResult
    public func export(
        _ source: ExportSource, as format: ExportFormat, to path: String, options: ExportOptions = ExportOptions(),
        title: String? = nil, includingDrafts: Bool = false, audience: ExportFormat.Audience? = nil,
        language: Language = .italian, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> ExportReport {
        try keepOut(path)
        var (selection, leftOut) = try selection(
            source, for: audience ?? format.audience, includingDrafts: includingDrafts, language: language)
        if let title { selection.title = title }
        selection.progress = progress
        var collectionPath: String?
        if case .collection(let collection) = source { collectionPath = collection.path }
        try await selection.write(as: format, to: path, options, from: folder, collectionPath: collectionPath)
        return ExportReport(path: path, sheets: selection.items.count, leftOut: leftOut)
    }

    /// What is written among the sheets would be read as sheets.
    private func keepOut(_ path: String) throws {
        let place = Files.resolved(path)
        let own = [
            KnowledgeBaseFolder.sheetsFolder, KnowledgeBaseFolder.tablesFolder, KnowledgeBaseFolder.collectionsFolder,
            "vocabolari", KnowledgeBaseFolder.settingsFile,
        ].map(folder.path)
        guard own.contains(where: { place == $0 || place.hasPrefix($0 + "/") }) else { return }
        throw ExportProblem.ownFolder(path)
    }

    /// What an export writes, and what it leaves out: to be written piece by piece, or elsewhere than to a file.
    public func selection(
        _ source: ExportSource, for audience: ExportFormat.Audience, includingDrafts: Bool = false,
        language: Language = .italian
    ) throws -> (selection: Selection, leftOut: [LeftOut]) {
        var leftOut: [LeftOut] = []
        func takes(_ entry: EntryHead) -> Bool {
            let reason = LeftOut.Reason(entry, for: audience, includingDrafts: includingDrafts)
            if let reason { leftOut.append(LeftOut(id: entry.id, reason: reason)) }
            return reason == nil
        }
        let parts: [Selection.Part]
        switch source {
        case .search(let question):
            parts = try items(answering: question, takes).map { .sheet($0) }
        case .collection(let collection):
            let contents = try contents(of: collection)
            leftOut = collection.missingEntries(in: contents).map { LeftOut(id: $0, reason: .missing) }
            parts = contents.compactMap { part in
                switch part {
                case .text(let text): .text(text)
                case .sheet(let entry, let note): takes(entry) ? .sheet(Selection.Item(entry, note: note)) : nil
                }
            }
        }
        let name = settings.title.isEmpty ? "Praticario" : settings.title
        var selection = Selection(
            title: name, parts: parts, values: values, settings: settings, language: language, date: .today
        ) { ids in try self.entries(ids) }
        selection.logo = logo
        switch source {
        case .search(let question): selection.query = question.isEmpty ? nil : question
        case .collection(let collection): selection.describe(collection)
        }
        return (selection, leftOut)
    }

    private func items(answering question: String, _ takes: (EntryHead) -> Bool) throws -> [Selection.Item] {
        try search(question, .allHeads).hits.map(\.head).filter(takes).map { Selection.Item($0) }
    }

    private var logo: Logo? {
        settings.logo.flatMap { try? Files.read(folder.path($0)) }.flatMap(Logo.init)
    }
}

extension KnowledgeBase.LeftOut.Reason {
    /// `nil` for a sheet that may be shown to an audience.
    init?(_ entry: EntryHead, for audience: ExportFormat.Audience, includingDrafts: Bool) {
        let showsDrafts = includingDrafts && audience == .readers
        if entry.publication != .published, !showsDrafts {
            self = .unpublished
        } else if audience == .readers {
            return nil
        } else if entry.isExample {
            self = .example
        } else if entry.licence == nil {
            self = .noLicence
        } else if audience == .openData, !entry.hasOpenLicence {
            self = .closedLicence
        } else {
            return nil
        }
    }
}

extension Selection {
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

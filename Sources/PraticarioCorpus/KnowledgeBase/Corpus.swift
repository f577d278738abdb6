import PraticarioSystem

/// A knowledge base as values: everything that its files say, and everything that is wrong with them.
package struct Corpus: Sendable {
    package let settings: KnowledgeBaseSettings
    package let vocabularies: Vocabularies
    /// In the order of their origins. References lead only to documents that are here.
    package let documents: [KnowledgeDocument]
    /// Its communities by their names.
    package let communityNames: CommunityNames
    /// In reading order.
    package let diagnostics: [Diagnostic]

    package init(
        settings: KnowledgeBaseSettings = KnowledgeBaseSettings(), vocabularies: Vocabularies, files: [ParsedFile],
        attached: AttachedFiles? = nil, diagnostics: [Diagnostic] = [], today: PartialDate
    ) {
        let found = files.flatMap(\.documents).sorted { $0.outline.origin < $1.outline.origin }
        let checks = CrossChecks(found.map(\.outline), attached: attached, today: today)
        self.init(
            settings: settings, vocabularies: vocabularies,
            documents: found.map(\.content).filter { checks.accepted.contains($0.origin) },
            communityNames: checks.communities,
            diagnostics: (diagnostics + checks.diagnostics + files.flatMap(\.diagnostics))
                .sorted(by: Diagnostic.inReadingOrder))
    }

    /// The same with other documents; references lead only to documents that are there.
    package func with(_ documents: [KnowledgeDocument]) -> Corpus {
        Corpus(
            settings: settings, vocabularies: vocabularies, documents: documents, communityNames: communityNames,
            diagnostics: diagnostics)
    }

    private init(
        settings: KnowledgeBaseSettings, vocabularies: Vocabularies, documents: [KnowledgeDocument],
        communityNames: CommunityNames, diagnostics: [Diagnostic]
    ) {
        let ids = Set(documents.map(\.id))
        self.communityNames = communityNames
        self.settings = settings
        self.vocabularies = vocabularies
        self.documents = documents.map { $0.keepingReferences(to: ids.contains) }
        self.diagnostics = diagnostics
    }

    /// The sheets among its documents.
    package var entries: [Entry] { documents.compactMap(\.entry) }

    /// The communities among its documents.
    package var communities: [Community] { documents.compactMap(\.community) }

    /// Reads a whole knowledge base, on all cores. `progress` hears, from any thread, how many files of how many are read.
    ///
    /// Content never throws; a folder that cannot be read at all becomes a diagnostic.
    package static func load(
        _ folder: KnowledgeBaseFolder, today: PartialDate, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> Corpus {
        let (settings, settingsProblems) = KnowledgeBaseSettings.read(folder)
        let (vocabularies, vocabularyProblems) = Vocabularies.read(
            in: settings.language, rowLicence: settings.licence
        ) {
            try? Files.read(folder.path($0.rawValue))
        }
        let found = ContentFiles(in: folder)
        let files = parallelMap(found.files, progress: progress) { ParsedFile($0, in: folder, vocabularies) }
        return Corpus(
            settings: settings, vocabularies: vocabularies, files: files,
            attached: found.attached, diagnostics: settingsProblems + vocabularyProblems + found.diagnostics,
            today: today)
    }
}

extension Entry {
    /// The entry without references to what is not there: a dangling one costs only itself.
    package func keepingRelations(to exists: (String) -> Bool) -> Entry {
        guard !relations.allSatisfy({ exists($0.target) }) else { return self }
        var entry = self
        entry.relations.removeAll { !exists($0.target) }
        return entry
    }
}

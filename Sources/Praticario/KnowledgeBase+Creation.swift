import PraticarioCorpus
public import PraticarioSystem

extension KnowledgeBase {
    /// Makes a folder a knowledge base: settings, the standard vocabularies, a folder for sheets.
    ///
    /// What is already there stays as it is, so that it can also restore a vocabulary that was lost.
    /// - Returns: the files written, relative to the folder.
    @discardableResult
    public static func create(at path: String, title: String, language: Language = .italian) throws -> [String] {
        let settings = KnowledgeBaseSettings.template(title: title, language: language)
        let read = KnowledgeBaseSettings.read(Array(settings.utf8), path: KnowledgeBaseFolder.settingsFile)
        guard read.settings.title == title.trimmingSpaces(), read.diagnostics.isEmpty else {
            throw KnowledgeBaseProblem.title
        }
        try Files.makeFolder(path)
        let folder = KnowledgeBaseFolder(root: path)
        var files: [(path: String, text: String)] = [(KnowledgeBaseFolder.settingsFile, settings)]
        files += StandardVocabularies.files.map { ("vocabolari/\($0.name)", "\($0.text)") }
        // What tells of persons must not reach a shared repository by accident.
        try Files.makeFolder(folder.path(KnowledgeBaseFolder.privateFolder), isPrivate: true)
        files.append((KnowledgeBaseFolder.privateFolder + "/.gitignore", "*\n"))
        var written: [String] = []
        for folderName in ["vocabolari", KnowledgeBaseFolder.sheetsFolder] {
            try Files.makeFolder(folder.path(folderName))
        }
        for (file, text) in files where Files.type(of: folder.path(file)) == nil {
            try Files.write(Array(text.utf8), to: folder.path(file))
            written.append(file)
        }
        return written
    }
}

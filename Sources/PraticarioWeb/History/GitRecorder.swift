import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import Synchronization

/// Makes a commit of each change, where the knowledge base lies in a git repository. What does not work there is told and
/// costs nothing: the files are written, and can be undone.
final class GitRecorder: ChangeRecorder {
    private let folder: KnowledgeBaseFolder
    private let state = Mutex<LocalizedText?>(nil)

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Why the last change is in no commit; `nil` where it is, or where there is no git.
    var problem: LocalizedText? { state.withLock { $0 } }

    func record(_ paths: [String], as command: String, by author: Edit.Author?) {
        guard let git = GitFolder(folder) else { return state.withLock { $0 = nil } }
        do {
            try git.commit(
                paths, message: GitFolder.message(of: command), by: author,
                index: folder.path(".praticario/indice-git"))
            state.withLock { $0 = nil }
        } catch {
            let reason = (error as? any ExplainedError)?.message ?? LocalizedText(both: "\(error)")
            state.withLock { $0 = reason }
            Self.log(reason.en)
        }
    }

    private static func log(_ problem: String) {
        let line = ["time": Date.now.formatted(.iso8601), "problem": "git: " + problem]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let data = try? encoder.encode(line) { try? FileHandle.standardError.write(contentsOf: data + [10]) }
    }
}

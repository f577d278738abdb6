import Praticario
import PraticarioCorpus
import PraticarioSystem
import Synchronization

/// Who changed the files of sheets last, as far as the journal keeps it, in memory: pages ask at every turn.
final class LastEdits: Sendable {
    private let folder: KnowledgeBaseFolder
    private let state = Mutex<(stamp: Files.Stamp?, edits: [String: (edit: Edit, digest: Int64)])>((nil, [:]))

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// - Returns: `nil` where it is not known: the file was changed elsewhere since, or is a table, in which one row is
    ///   not another.
    @Sendable func edit(of sheet: Entry) -> Edit? {
        guard sheet.origin.row == nil else { return nil }
        let journal = EditJournal(folder)
        let stamp = journal.stamp
        let found = state.withLock { state in
            if state.stamp != stamp {
                var edits: [String: (edit: Edit, digest: Int64)] = [:]
                for edit in journal.edits() {
                    for file in edit.files where file.remains && edits[file.path] == nil {
                        edits[file.path] = (edit, file.after)
                    }
                }
                state = (stamp, edits)
            }
            return state.edits[sheet.origin.path]
        }
        guard let found, let bytes = try? Files.read(folder.path(sheet.origin.path)), Digest.of(bytes) == found.digest
        else { return nil }
        return found.edit
    }
}

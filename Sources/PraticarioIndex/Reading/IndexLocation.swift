import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Where the index of a knowledge base lies: in its `.praticario/`, or in the user's cache where that folder
/// cannot be written.
struct IndexLocation: Sendable {
    let folder: String
    /// What its index holds; each scope has a file of its own.
    let scope: ArchiveScope

    var files: IndexFiles { files(of: scope) }

    func files(of scope: ArchiveScope) -> IndexFiles {
        let name = folder + "/" + (scope == .everything ? "index" : scope.rawValue)
        return IndexFiles(base: name + ".sqlite", recent: name + "-recent.sqlite")
    }

    /// Each scope has a lock of its own: both may be brought up to date at once.
    var lock: String { lock(of: scope) }

    func lock(of scope: ArchiveScope) -> String { files(of: scope).base + ".lock" }
    var collectionsLock: String { folder + "/collections.lock" }

    init(_ base: KnowledgeBaseFolder, environment: [String: String], _ scope: ArchiveScope) {
        self.scope = scope
        let own = base.path(".praticario")
        if Files.isWritable(own) || (Files.type(of: own) == nil && Files.isWritable(base.root)) {
            folder = own
        } else {
            let cache = Self.cache(environment)
            let name = TextKey.slug(base.root) + "-" + String(Digest.of(Array(base.root.utf8)), radix: 36)
            folder = cache + "/praticario/" + name
        }
    }

    /// The first folder for caches that can be written: absolute, and nobody else's.
    private static func cache(_ environment: [String: String]) -> String {
        let candidates = [environment["XDG_CACHE_HOME"], environment["HOME"].map { $0 + "/.cache" }]
            .compactMap { $0 }.filter { $0.hasPrefix("/") && $0 != "/.cache" }
        return candidates.first { (try? Files.makeFolder($0)) != nil && Files.isWritable($0) }
            ?? "/tmp/praticario-cache-\(Files.userID)"
    }

    /// Hides the folder from git. For the holder of the lock, who alone may write here.
    func ignoreInGit() throws(FileProblem) {
        try Files.ignoreInGit(folder)
    }
}

import Foundation
import Praticario
import PraticarioSystem

/// Changes of ours as commits.
///
/// A commit is made in an index of its own, of the files that were changed and of what the branch has; what people have
/// staged or are still changing is not in it and stays as it is.
extension GitFolder {
    /// - Parameters:
    ///   - paths: of the files as they are now, relative to the folder; those that git is told to ignore are passed over.
    ///   - index: where an index of its own may lie.
    /// - Throws: `GitProblem`, `ProgramProblem`; then nothing is committed.
    func commit(_ paths: [String], message: String, by author: Edit.Author?, index: String) throws {
        guard try line(["rev-parse", "--is-inside-work-tree"]) == "true" else { return }
        let kept = try notIgnored(paths)
        guard !kept.isEmpty else { return }
        try demandQuiet()
        var setting = Setting()
        setting.author = author.map { Self.address(of: $0.id, name: $0.name) }
        setting.input = Array(kept.joined(separator: "\0").utf8)
        let parent = try line(["rev-parse", "--verify", "--quiet", "HEAD"], Setting(statuses: [1]))
        defer { for path in [index, index + ".lock"] { Files.remove(path) } }
        for path in [index, index + ".lock"] { Files.remove(path) }
        try run(["read-tree", parent ?? "--empty"], Setting(index: index))
        var own = setting
        own.index = index
        let update = ["update-index", "--add", "--remove", "-z", "--stdin"]
        try run(update, own)
        let tree = try line(["write-tree"], Setting(index: index)) ?? ""
        if let parent, try line(["rev-parse", parent + "^{tree}"]) == tree { return }
        setting.input = Array((message + "\n").utf8)
        let parents = parent.map { ["-p", $0] } ?? []
        let commit = try line(["commit-tree", tree] + parents, setting) ?? ""
        // First the index of the repository: a commit that it does not know of would be taken back by the next one.
        own.index = nil
        try patiently { try run(update, own) }
        try run(["update-ref", "-m", "praticario", "HEAD", commit, parent ?? ""])
    }

    /// One line of what was done.
    static func message(of command: String) -> String {
        let line = String(
            command.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        ).trimmingSpaces()
        return line.isEmpty ? "Modifica" : line.prefix(1).uppercased() + line.dropFirst()
    }

    private func notIgnored(_ paths: [String]) throws -> [String] {
        var setting = Setting(input: Array(paths.joined(separator: "\0").utf8), statuses: [1])
        setting.takesNamesAsPatterns = true
        let ignored = try run(["check-ignore", "-z", "--stdin"], setting) ?? []
        let names = Set(ignored.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
        return paths.filter { !names.contains($0) }
    }

    /// Nothing may be half done, and there must be a branch.
    private func demandQuiet() throws {
        guard let place = try line(["rev-parse", "--absolute-git-dir"]) else { return }
        let marks = ["rebase-merge", "rebase-apply", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "BISECT_LOG"]
        for mark in marks where Files.type(of: "\(place)/\(mark)") != nil { throw GitProblem.underWay }
        guard try run(["symbolic-ref", "--quiet", "HEAD"], Setting(statuses: [1])) != nil else {
            throw GitProblem.noBranch
        }
    }

    /// Others lock the index for a moment.
    private func patiently(_ work: () throws -> Void) throws {
        for pause in [0.1, 0.2, 0.4] {
            do { return try work() } catch { Thread.sleep(forTimeInterval: pause) }
        }
        try work()
    }
}

/// Why a change is in no commit.
enum GitProblem: ExplainedError {
    /// A merge, a rebase or the like waits for somebody.
    case underWay
    /// What is checked out is no branch.
    case noBranch

    var message: LocalizedText {
        switch self {
        case .underWay:
            LocalizedText(
                it: "nel repository c'è un merge o un rebase a metà", en: "a merge or a rebase is half done there")
        case .noBranch:
            LocalizedText(it: "il repository non è su un ramo", en: "the repository is on no branch")
        }
    }
}

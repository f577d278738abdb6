import Foundation
import Praticario
import PraticarioSystem

/// What git knows of some files.
extension GitFolder {
    /// As many commits are looked at.
    private static let limit = 200

    /// What was done to the files, the last first.
    ///
    /// - Parameter paths: relative to the folder.
    /// - Throws: `ProgramProblem`.
    func steps(of paths: [String]) throws -> [FileStep] {
        let hasCommits = try run(["rev-parse", "--verify", "--quiet", "HEAD"], Setting(statuses: [1])) != nil
        guard hasCommits else { return [] }
        let log =
            try run(
                // Whatever somebody has set for themselves.
                ["-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "i18n.logOutputEncoding=UTF-8"] + [
                    "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--relative", "--no-show-signature",
                    "--format=%x01%at%x00%an%x00%s", "-n", String(Self.limit), "--",
                ] + paths) ?? []
        let commits = Self.commits(in: log)
        let blobs = try contents(of: Set(commits.flatMap { $0.files.flatMap { [$0.before, $0.after] } }))
        return commits.map { commit in
            let files = commit.files.map { file in
                (file.path, FileStep.File(before: blobs[file.before], after: .some(blobs[file.after])))
            }
            return FileStep(
                date: commit.date, author: commit.author, what: commit.subject,
                files: Dictionary(files) { first, _ in first })
        }
    }

    private struct Commit {
        let date: Date
        let author: String
        let subject: String
        var files: [(path: String, before: String, after: String)] = []
    }

    private static func commits(in log: [UInt8]) -> [Commit] {
        let parts = log.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        var commits: [Commit] = []
        var index = 0
        while index + 1 < parts.count {
            if parts[index].hasPrefix("\u{1}"), index + 2 < parts.count {
                commits.append(
                    Commit(
                        date: Date(timeIntervalSince1970: Double(parts[index].dropFirst()) ?? 0),
                        author: parts[index + 1], subject: parts[index + 2]))
                index += 3
            } else {
                // `:100644 100644 BEFORE AFTER M`, then the path.
                let words = parts[index].split(whereSeparator: \.isWhitespace).map(String.init)
                if words.count == 5, !commits.isEmpty {
                    commits[commits.count - 1].files.append((parts[index + 1], words[2], words[3]))
                }
                index += 2
            }
        }
        return commits
    }

    /// - Parameter ids: of blobs; those that are none stand for no file.
    private func contents(of ids: Set<String>) throws -> [String: [UInt8]] {
        let wanted = ids.filter { $0.contains { $0 != "0" } }.sorted()
        guard !wanted.isEmpty else { return [:] }
        let input = Array(wanted.map { $0 + "\n" }.joined().utf8)
        let output = try run(["cat-file", "--batch"], Setting(input: input)) ?? []
        var contents: [String: [UInt8]] = [:]
        var place = 0
        // `ID blob SIZE`, a line break, the content, a line break.
        while let end = output[place...].firstIndex(of: UInt8(ascii: "\n")) {
            let words = String(decoding: output[place..<end], as: UTF8.self).split(separator: " ").map(String.init)
            place = end + 1
            guard words.count == 3, words[1] == "blob", let size = Int(words[2]), place + size < output.count else {
                continue
            }
            contents[words[0]] = Array(output[place..<place + size])
            place += size + 1
        }
        return contents
    }
}

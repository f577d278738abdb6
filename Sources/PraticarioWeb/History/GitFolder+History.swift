import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What git knows of files; nothing where it cannot be asked.
extension GitFolder: FileChronicle {
    /// As many commits are looked at.
    private static let limit = 200

    private static let places = [KnowledgeBaseFolder.sheetsFolder, KnowledgeBaseFolder.tablesFolder]

    func steps(of paths: [String]) -> [FileStep] {
        steps(of: (try? commits(["-n", String(Self.limit), "--"] + paths)) ?? [])
    }

    func whole(_ step: FileStep) -> FileStep {
        whole(step.key) ?? step
    }

    func losses(of id: String) -> [FileStep] {
        // A file that is called as the sheet, or that says the name at another number of places than before, or a table: its
        // rows may have their names from what they say.
        let limit = String(Self.limit)
        let deleted = (try? commits(["-n", limit, "--diff-filter=D", "--"] + Self.places)) ?? []
        let own = deleted.filter { $0.files.contains { $0.path.hasSuffix("/\(id).md") } }
        var named = (try? commits(["-n", "20", "-S\(id)", "--"] + Self.places)) ?? []
        named += (try? commits(["-n", "20", "--", KnowledgeBaseFolder.tablesFolder])) ?? []
        var seen: Set<String> = []
        return (own + named).sorted { $0.date > $1.date }.filter { seen.insert($0.key).inserted }
            .compactMap { whole($0.key) }.filter { step in
                step.files.contains { path, file in file.before.map { SheetPlace.mayHold(id, path, $0) } ?? false }
            }
    }

    private func whole(_ key: String) -> FileStep? {
        steps(of: (try? commits(["-n", "1", key, "--"] + Self.places)) ?? []).first
    }

    private func steps(of commits: [Commit]) -> [FileStep] {
        let ids = Set(commits.flatMap { $0.files.flatMap { [$0.before, $0.after] } })
        let blobs = (try? contents(of: ids)) ?? [:]
        return commits.map { commit in
            let files = commit.files.map { file in
                (file.path, FileStep.File(before: blobs[file.before], after: .some(blobs[file.after])))
            }
            return FileStep(
                key: commit.key, date: commit.date, author: commit.author, what: commit.subject,
                paths: commit.files.map(\.path), files: Dictionary(files) { first, _ in first })
        }
    }

    /// The commits that are asked for, the last first, with the files that were changed.
    private func commits(_ arguments: [String]) throws -> [Commit] {
        let hasCommits = try run(["rev-parse", "--verify", "--quiet", "HEAD"], Setting(statuses: [1])) != nil
        guard hasCommits else { return [] }
        let log =
            try run(
                // Whatever somebody has set for themselves.
                ["-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "i18n.logOutputEncoding=UTF-8"] + [
                    "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--relative", "--no-show-signature",
                    "--format=%x01%H%x00%at%x00%an%x00%s",
                ] + arguments) ?? []
        return Self.commits(in: log)
    }

    private struct Commit {
        let key: String
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
            if parts[index].hasPrefix("\u{1}"), index + 3 < parts.count {
                commits.append(
                    Commit(
                        key: String(parts[index].dropFirst()),
                        date: Date(timeIntervalSince1970: Double(parts[index + 1]) ?? 0),
                        author: parts[index + 2], subject: parts[index + 3]))
                index += 4
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

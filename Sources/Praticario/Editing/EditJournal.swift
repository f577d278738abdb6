import Foundation
public import PraticarioCorpus
package import PraticarioSystem

/// Changes files of a knowledge base so that it can be undone: what stood in them is kept first, in
/// `.praticario/annulla/`, a folder for each command, which only its owner may read.
///
/// ```swift
/// let journal = EditJournal(base.folder)
/// try journal.carryOut([FileChange("schede/orto.md", from: old, to: new)])
/// try journal.undo()
/// ```
public struct EditJournal: Sendable {
    private let folder: KnowledgeBaseFolder
    private var place: String { folder.path(".praticario/annulla") }

    /// What was typed, for those who undo; the program says it once for everything that it does.
    @TaskLocal package static var command = ""

    /// Who changes something, where that is known.
    @TaskLocal package static var author: Edit.Author?

    /// Hears of each change once it is made.
    @TaskLocal package static var recorder: (any ChangeRecorder)?

    /// What is kept: so many edits, and of so many bytes together, the last one in any case.
    private static let limit = (edits: 500, bytes: 256 << 20)

    private static let recordName = "modifica.json"

    /// Of the knowledge base in this folder, which need not be open.
    public init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    // MARK: Doing

    /// Carries changes out, all or none; those that change nothing are passed over.
    ///
    /// Killed at any moment it leaves each file as it was or as it shall be, and the edit can be undone.
    /// - Throws: `EditProblem.changedMeanwhile`, `FileProblem`; then every file is as it was.
    package func carryOut(_ changes: [FileChange]) throws {
        let changes = changes.filter { $0.before != $0.after }
        guard !changes.isEmpty else { return }
        try Files.makeFolder(place, isPrivate: true)
        try Files.ignoreInGit(folder.path(".praticario"))
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        for change in changes where try FileChange.bytes(change.path, in: folder) != change.before {
            throw EditProblem.changedMeanwhile(change.path)
        }
        let kept = try keep(changes)
        var done: [FileChange] = []
        do {
            for change in changes {
                done.append(change)
                try FileChange.put(change.after, at: change.path, in: folder)
            }
        } catch {
            for change in done.reversed() { try? FileChange.put(change.before, at: change.path, in: folder) }
            forget(kept)
            throw error
        }
        forgetOld()
        Self.recorder?.record(changes.map(\.path), as: Self.command, by: Self.author)
    }

    /// Keeps what the files hold, beside its place first: an edit is there whole or not at all.
    private func keep(_ changes: [FileChange]) throws -> String {
        let last = try numbers().last.flatMap { Int($0) } ?? 0
        let number = String(last + 1)
        let name = String(repeating: "0", count: max(0, 6 - number.count)) + number
        let beside = Files.temporaryName(beside: place + "/" + name)
        try Files.makeFolder(beside, isPrivate: true)
        do {
            for (index, change) in changes.enumerated() {
                if let before = change.before { try Files.write(before, to: "\(beside)/\(index)") }
            }
            let files = changes.map {
                Edit.File(
                    path: $0.path, existed: $0.before != nil, remains: $0.after != nil,
                    before: $0.before.map(Digest.of) ?? 0, after: $0.after.map(Digest.of) ?? 0)
            }
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let record = try encoder.encode(
                Edit(command: Self.command, author: Self.author, date: Date(), files: files))
            try Files.write(Array(record), to: "\(beside)/\(Self.recordName)")
            try Files.rename(beside, to: place + "/" + name)
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            Files.settle(beside)
            throw error
        }
        return name
    }

    // MARK: Undoing

    /// The edits that can be undone, the last one first.
    public func edits() -> [Edit] {
        ((try? numbers()) ?? []).reversed().compactMap(edit)
    }

    /// As ``edits()``, not more than so many.
    package func edits(last count: Int) -> [Edit] {
        Array(((try? numbers()) ?? []).reversed().lazy.compactMap(edit).prefix(count))
    }

    /// Another one whenever there is another last edit.
    package var stamp: Files.Stamp? { Files.stamp(place) }

    /// Puts back what the last edit changed.
    ///
    /// - Returns: the edit, which is then forgotten: the one before is the last.
    /// - Throws: `EditProblem`, `FileProblem`.
    @discardableResult
    public func undo() throws -> Edit {
        try undo(expecting: nil)
    }

    /// Puts back what the last edit changed, where that is the one that is meant.
    ///
    /// - Parameter expected: `nil` for whichever is the last.
    /// - Throws: as ``undo()``; `EditProblem.changedMeanwhile` where another edit came after the one that is meant.
    @discardableResult
    package func undo(expecting expected: Edit?) throws -> Edit {
        guard Files.type(of: place) == .folder else { throw EditProblem.nothingToUndo }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        guard let number = try numbers().last(where: { edit($0) != nil }), let edit = edit(number) else {
            throw EditProblem.nothingToUndo
        }
        if let expected, expected != edit { throw EditProblem.changedMeanwhile(edit.files.first?.path ?? "") }
        // A file may be as it was before: an edit, or the undoing of one, was broken off.
        let changed = try edit.files.filter { file in
            let bytes = try FileChange.bytes(file.path, in: folder)
            let digest = bytes.map(Digest.of) ?? 0
            return !((bytes != nil) == file.remains && digest == file.after)
                && !((bytes != nil) == file.existed && digest == file.before)
        }
        guard changed.isEmpty else {
            throw EditProblem.changedSince(changed.map(\.path), command: edit.title)
        }
        for (index, file) in edit.files.enumerated().reversed() {
            let kept = file.existed ? try Files.read("\(place)/\(number)/\(index)") : nil
            try FileChange.put(kept, at: file.path, in: folder)
        }
        forget(number)
        Self.recorder?.record(edit.files.map(\.path), as: "annulla: \(edit.command)", by: Self.author)
        return edit
    }

    /// Forgets the edits that keep bytes of a kind: they can no longer be undone.
    ///
    /// - Parameter isDoomed: whether bytes that were kept of the file at a path are of that kind.
    /// - Returns: how many edits those were.
    func forget(where isDoomed: (_ path: String, _ bytes: [UInt8]) -> Bool) throws -> Int {
        guard Files.type(of: place) == .folder else { return 0 }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        try forgetUnreadable()
        let doomed = try numbers().filter { number in kept(by: number).contains { isDoomed($0.path, $0.bytes) } }
        doomed.forEach(forget)
        return doomed.count
    }

    /// What all edits keep, with the paths of the files.
    func kept() throws -> [(path: String, bytes: [UInt8])] {
        try numbers().flatMap(kept)
    }

    func kept(by number: String) -> [(path: String, bytes: [UInt8])] {
        (edit(number)?.files ?? []).enumerated().compactMap { index, file in
            guard file.existed, let bytes = try? Files.read("\(place)/\(number)/\(index)") else { return nil }
            return (file.path, bytes)
        }
    }

    /// What was done to some files, the last first, as far as it is kept.
    package func steps(of paths: [String]) -> [FileStep] {
        var now = Dictionary(
            uniqueKeysWithValues: paths.map { ($0, (try? FileChange.bytes($0, in: folder)) ?? nil) })
        return ((try? numbers()) ?? []).reversed().compactMap { number -> FileStep? in
            guard let edit = edit(number) else { return nil }
            var files: [String: FileStep.File] = [:]
            for (index, file) in edit.files.enumerated() where paths.contains(file.path) {
                let bytes = now[file.path] ?? nil
                let isKnown = (bytes != nil) == file.remains && (bytes.map(Digest.of) ?? 0) == file.after
                let before = file.existed ? try? Files.read("\(place)/\(number)/\(index)") : nil
                guard !file.existed || before != nil else { continue }
                files[file.path] = FileStep.File(before: before, after: isKnown ? .some(bytes) : nil)
                now[file.path] = .some(before)
            }
            guard !files.isEmpty else { return nil }
            return FileStep(
                key: number, date: edit.date, author: edit.author?.name, what: edit.command,
                paths: edit.files.map(\.path), files: files)
        }
    }

    /// What a killed process left behind, and edits that nobody can undo: only the holder of the lock makes such folders.
    private func forgetUnreadable() throws {
        for item in try Files.list(place) where item.name != "lock" {
            if Int(item.name) == nil || edit(item.name) == nil { forget(item.name) }
        }
    }

    // MARK: What is kept

    /// The names of the edits in their order, also of those that cannot be read.
    func numbers() throws -> [String] {
        guard Files.type(of: place) == .folder else { return [] }
        return try Files.list(place).map(\.name).filter { Int($0) != nil }.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
    }

    /// `nil` for one that cannot be read, or that would lead out of the knowledge base: folders are handed around.
    func edit(_ number: String) -> Edit? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let bytes = try? Files.read("\(place)/\(number)/\(Self.recordName)"),
            let edit = try? decoder.decode(Edit.self, from: Data(bytes))
        else { return nil }
        return edit.files.allSatisfy { KnowledgeBaseFolder.isInside($0.path) } ? edit : nil
    }

    private func forget(_ number: String) {
        try? FileManager.default.removeItem(atPath: place + "/" + number)
    }

    private func forgetOld() {
        var bytes = 0
        for (index, number) in ((try? numbers()) ?? []).reversed().enumerated() {
            let items = (try? Files.list("\(place)/\(number)")) ?? []
            bytes += items.reduce(0) { $0 + Int(Files.stamp("\(place)/\(number)/\($1.name)")?.size ?? 0) }
            if index > 0, index >= Self.limit.edits || bytes > Self.limit.bytes { forget(number) }
        }
    }

    private func lock() throws -> FileLock {
        guard let lock = try FileLock(place + "/lock", waiting: true) else {
            preconditionFailure("whoever waits for a lock gets it")
        }
        return lock
    }
}

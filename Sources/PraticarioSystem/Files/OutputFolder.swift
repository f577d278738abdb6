import Foundation

/// A folder in the making: filled beside its place, put into it by `close()`.
///
/// It takes the place of a folder only where that one was made by us for the same purpose, or is empty. Files that people
/// put into one of ours since then go along; changes of our own files are made anew.
package final class OutputFolder {
    package let path: String
    private let beside: String
    private let mark: String
    private var isClosed = false
    /// Of the files that were written, relative to the folder.
    private var written: [String] = []
    /// Stands in every folder of ours: the purpose, then the files, a line each.
    private static let listName = ".praticario-export"

    /// Something else stands at the path.
    package struct Occupied: Error, Sendable {
        package let path: String
        /// It is of the same purpose, which is not one that is replaced.
        package let isSameKind: Bool
    }

    /// - Parameters:
    ///   - mark: the purpose.
    ///   - replaces: whether a folder of the same purpose is replaced; not where people go on working in it.
    /// - Throws: `Occupied`, or `FileProblem` where the disk does not let us.
    package init(_ path: String, mark: String, replaces: Bool) throws {
        let path = Files.resolved(path)
        self.path = path
        self.mark = mark
        beside = Files.temporaryName(beside: path)
        let isFree = Files.type(of: path) == nil || Self.isEmpty(path)
        guard isFree || (replaces && Self.list(in: path, mark: mark) != nil) else {
            isClosed = true
            throw Occupied(path: path, isSameKind: Self.list(in: path, mark: mark) != nil)
        }
        try Files.makeFolder(beside)
    }

    deinit {
        if !isClosed { try? FileManager.default.removeItem(atPath: beside) }
        Files.settle(beside)
    }

    private static func isEmpty(_ path: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true
    }

    /// The files that an export of this purpose wrote into a folder; `nil` for a folder that is not of one.
    private static func list(in folder: String, mark: String) -> Set<String>? {
        let text = try? String(contentsOfFile: folder + "/" + listName, encoding: .utf8)
        let lines = text?.split(separator: "\n").map(String.init) ?? []
        return lines.first == mark ? Set(lines.dropFirst()) : nil
    }

    /// A file within it; folders on the way are made.
    package func file(_ relative: String) throws(FileProblem) -> OutputFile {
        try note(relative)
        return try OutputFile(beside + "/" + relative, waitsForDisk: false)
    }

    package func write(_ text: String, to relative: String) throws(FileProblem) {
        let file = try file(relative)
        file.write(text)
        try file.close()
    }

    package func write(_ bytes: [UInt8], to relative: String) throws(FileProblem) {
        try note(relative)
        try Files.write(bytes, to: beside + "/" + relative)
    }

    private func note(_ relative: String) throws(FileProblem) {
        written.append(relative)
        let parts = relative.split(separator: "/").dropLast()
        if !parts.isEmpty { try Files.makeFolder(beside + "/" + parts.joined(separator: "/")) }
    }

    /// Puts the folder in its place.
    package func close() throws(FileProblem) {
        let list = ([mark] + written.sorted()).joined(separator: "\n") + "\n"
        try Files.write(Array(list.utf8), to: beside + "/" + Self.listName)
        if Files.type(of: path) != nil {
            // Before anything is moved: copying may take long, and may be interrupted.
            try carryOver(from: path, relative: "", ours: Self.list(in: path, mark: mark) ?? [])
            let old = Files.temporaryName(beside: path)
            // It holds what people have, and is nothing to be cleaned up.
            Files.settle(old)
            try Files.rename(path, to: old)
            do {
                try Files.rename(beside, to: path)
            } catch {
                try Files.rename(old, to: path)
                throw error
            }
            try? FileManager.default.removeItem(atPath: old)
        } else {
            try Files.rename(beside, to: path)
        }
        isClosed = true
    }

    /// Copies what was not ours into the new folder, unless that has a file of the same name.
    private func carryOver(from old: String, relative: String, ours: Set<String>) throws(FileProblem) {
        let manager = FileManager.default
        let folder = old + "/" + relative
        for name in try told(folder, { try manager.contentsOfDirectory(atPath: folder) }) {
            let item = relative.isEmpty ? name : relative + "/" + name
            if item == Self.listName || ours.contains(item) { continue }
            let (source, target) = (old + "/" + item, beside + "/" + item)
            // A pipe or a socket is no file.
            if Files.type(of: source) == .other { continue }
            if Files.type(of: target) == nil, !ours.contains(where: { $0.hasPrefix(item + "/") }) {
                try told(source) { try manager.copyItem(atPath: source, toPath: target) }
            } else if Files.type(of: source) == .folder {
                try Files.makeFolder(target)
                try carryOver(from: old, relative: item, ours: ours)
            }
        }
    }

    /// What Foundation does and says, as a problem of ours.
    private func told<Result>(_ path: String, _ work: () throws -> Result) throws(FileProblem) -> Result {
        do { return try work() } catch { throw FileProblem(path: path, reason: error.localizedDescription) }
    }
}

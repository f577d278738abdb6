import Foundation

/// A folder in the making: filled beside its place, put into it by `close()`.
///
/// It takes the place of a folder only where that one was made by us for the same purpose, or is empty: nobody's files
/// are lost.
public final class OutputFolder {
    public let path: String
    private let beside: String
    private let mark: String
    private var isClosed = false
    /// Stands in every folder that we made and may make again.
    private static let markFile = ".praticario-export"

    /// - Parameters:
    ///   - mark: the purpose.
    ///   - replaces: whether a folder of the same purpose is replaced; not where people go on working in it.
    public init(_ path: String, mark: String, replaces: Bool) throws(FileProblem) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.mark = mark
        beside = Files.temporaryName(beside: self.path)
        if Files.type(of: self.path) != nil, !Self.mayReplace(self.path, mark: replaces ? mark : nil) {
            isClosed = true
            throw FileProblem(
                path: self.path,
                reason: "already there and not made by this export / c'è già e non viene da questa esportazione")
        }
        try Files.makeFolder(beside)
    }

    deinit {
        if !isClosed { try? FileManager.default.removeItem(atPath: beside) }
    }

    private static func mayReplace(_ path: String, mark: String?) -> Bool {
        guard Files.type(of: path) == .folder,
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return false }
        if names.isEmpty { return true }
        guard let mark else { return false }
        let found = try? String(contentsOfFile: path + "/" + markFile, encoding: .utf8)
        return found?.trimmingSpaces() == mark
    }

    /// A file within it; folders on the way are made.
    public func file(_ relative: String) throws(FileProblem) -> OutputFile {
        try makeFolder(of: relative)
        return try OutputFile(beside + "/" + relative, waitsForDisk: false)
    }

    public func write(_ text: String, to relative: String) throws(FileProblem) {
        let file = try file(relative)
        file.write(text)
        try file.close()
    }

    public func write(_ bytes: [UInt8], to relative: String) throws(FileProblem) {
        try makeFolder(of: relative)
        try Files.write(bytes, to: beside + "/" + relative)
    }

    private func makeFolder(of relative: String) throws(FileProblem) {
        let parts = relative.split(separator: "/").dropLast()
        if !parts.isEmpty { try Files.makeFolder(beside + "/" + parts.joined(separator: "/")) }
    }

    /// Puts the folder in its place.
    public func close() throws {
        try write(mark + "\n", to: Self.markFile)
        isClosed = true
        if Files.type(of: path) != nil {
            let old = Files.temporaryName(beside: path)
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
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Foundation
import Synchronization

/// Content that takes the place of another, whole or not at all.
extension Files {
    /// Hides a folder, which exists, from git: by a file of its own within it, unless there is one.
    package static func ignoreInGit(_ folder: String) throws(FileProblem) {
        let ignore = folder + "/.gitignore"
        if type(of: ignore) == nil { try write(Array("*\n".utf8), to: ignore) }
    }

    /// A name beside a file, for content that shall take its place: no other process and no other thread uses it.
    package static func temporaryName(beside path: String) -> String {
        temporaries.withLock { temporaries in
            temporaries.made += 1
            let name = "\(path).\(getpid())-\(temporaries.made).tmp"
            temporaries.present.insert(name)
            return name
        }
    }

    private static let temporaries = Mutex<(made: Int, present: Set<String>)>((0, []))

    /// Removes what has not taken its place yet, files and folders, and ends the process. Whoever begins another file or
    /// folder meanwhile waits: what is removed is not made again behind our back.
    package static func abandonUnfinished(status: Int32) -> Never {
        temporaries.withLock { temporaries in
            for path in temporaries.present {
                // A file that was just being written may still come to stand in a folder.
                for _ in 0..<50 where type(of: path) != nil {
                    try? FileManager.default.removeItem(atPath: path)
                    if type(of: path) != nil { usleep(2_000) }
                }
            }
            exit(status)
        }
    }

    /// Makes one folder, unless the process is about to end.
    static func makeOne(_ path: String, mode: mode_t) -> Bool {
        temporaries.withLock { _ in mkdir(path, mode) == 0 || errno == EEXIST }
    }

    /// Says that something has taken its place, or is gone.
    package static func settle(_ temporary: String) {
        temporaries.withLock { _ = $0.present.remove(temporary) }
    }

    /// Writes beside the file, then renames: readers see the old content or the new, never half of it. A link stays a
    /// link, and a file keeps its permissions; what is no file, such as `/dev/stdout` or a pipe, is written to as it is.
    ///
    /// - Parameter isPrivate: whether a new file is for its owner's eyes alone.
    package static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(FileProblem) {
        let path = target(of: path)
        guard isReplaceable(path) else {
            let descriptor = try openExisting(path)
            defer { close(descriptor) }
            return try write(bytes, toDescriptor: descriptor)
        }
        let beside = temporaryName(beside: path)
        do {
            let file = try create(beside, isPrivate: isPrivate)
            defer { close(file) }
            try write(bytes, toDescriptor: file)
            fsync(file)
        } catch {
            remove(beside)
            throw FileProblem(path: path, reason: error.reason)
        }
        try replace(path, by: beside)
    }

    /// Where the links lead, for a path that exists; otherwise the path.
    package static func target(of path: String) -> String {
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else { return path }
        return absolute(path)
    }

    /// Whether nothing or a file stands at a path.
    package static func isReplaceable(_ path: String) -> Bool {
        let type = type(of: path)
        return type == nil || type == .file
    }

    /// The descriptor of a device or a pipe.
    static func openExisting(_ path: String) throws(FileProblem) -> Int32 {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileProblem(path) }
        return file
    }

    /// Renames, with the permissions of the file that stood there; where that fails, `beside` is removed.
    package static func replace(_ path: String, by beside: String) throws(FileProblem) {
        var info = stat()
        if stat(path, &info) == 0 { chmod(beside, info.st_mode & 0o7777) }
        do {
            try rename(beside, to: path)
        } catch {
            remove(beside)
            throw error
        }
    }

    /// The descriptor of a new file, or of one that is emptied.
    static func create(_ path: String, isPrivate: Bool = false) throws(FileProblem) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
        guard file >= 0 else { throw FileProblem(path) }
        return file
    }

    static func close(_ descriptor: Int32) {
        closeDescriptor(descriptor)
    }

    /// Writes everything, however many calls that takes.
    package static func write(_ bytes: [UInt8], toDescriptor file: Int32) throws(FileProblem) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Self.writeChunk(file, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw FileProblem("") }
            written += count
        }
    }

    package static func rename(_ old: String, to new: String) throws(FileProblem) {
        guard renameFile(old, new) == 0 else { throw FileProblem(new) }
        settle(old)
    }

    /// Copies a file in pieces of a megabyte; `FileManager` takes twenty thousand calls for an index of 80 MB.
    package static func copy(_ path: String, to other: String) throws(FileProblem) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw FileProblem(path) }
        defer { close(source) }
        let target = open(other, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard target >= 0 else { throw FileProblem(other) }
        defer { close(target) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = buffer.withUnsafeMutableBytes { readChunk(source, $0.baseAddress!, $0.count) }
            if got < 0 { throw FileProblem(path) }
            if got == 0 { return }
            try write(Array(buffer[..<got]), toDescriptor: target)
        }
    }

    /// Waits until the content is on the disk.
    package static func flush(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    package static func remove(_ path: String) {
        unlink(path)
        settle(path)
    }
}

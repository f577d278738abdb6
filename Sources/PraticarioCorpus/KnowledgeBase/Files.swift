#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// What went wrong between us and the file system, in words that say what to do.
public struct FileProblem: Error, Sendable {
    public let path: String
    public let reason: String
    /// The reader of a pipe went away.
    public let isBrokenPipe: Bool

    public init(path: String, reason: String) {
        (self.path, self.reason, isBrokenPipe) = (path, reason, false)
    }

    init(_ path: String) {
        (self.path, reason, isBrokenPipe) = (path, String(cString: strerror(errno)), errno == EPIPE)
    }
}

/// The few calls on files that reading ten thousand sheets in no time needs; `FileManager` takes twenty times as long.
public enum Files {
    public enum ItemType: Sendable {
        case file, folder, other
    }

    /// What `lstat` says of a file: enough to see that it changed.
    public struct Stamp: Codable, Hashable, Sendable {
        public var size: Int64
        /// Nanoseconds since 1970: of the content, and of the content or the attributes.
        public var modified: Int64
        public var changed: Int64
        public var inode: UInt64

        /// One stamp for two files that are read together: another one when either changes.
        public func joined(with other: Stamp) -> Stamp {
            Stamp(
                size: size &+ other.size, modified: max(modified, other.modified), changed: max(changed, other.changed),
                inode: inode &* 31 &+ other.inode)
        }

        public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
            self.size = size
            self.modified = modified
            self.changed = changed
            self.inode = inode
        }
    }

    /// The names in a folder with their types, sorted by the bytes of the name; hidden ones left out.
    public static func list(_ folder: String) throws(FileProblem) -> [(name: String, type: ItemType)] {
        guard let directory = opendir(folder) else { throw FileProblem(folder) }
        defer { closedir(directory) }
        var items: [(name: String, type: ItemType)] = []
        while let item = readdir(directory) {
            let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            switch Int32(item.pointee.d_type) {
            case Int32(DT_REG): items.append((name, .file))
            case Int32(DT_DIR): items.append((name, .folder))
            case Int32(DT_UNKNOWN): items.append((name, type(of: folder + "/" + name) ?? .other))
            default: items.append((name, .other))
            }
        }
        return items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    public static func stamp(_ path: String) -> Stamp? {
        var info = stat()
        guard lstat(path, &info) == 0 else { return nil }
        return Stamp(
            size: Int64(info.st_size), modified: nanoseconds(info.st_mtim), changed: nanoseconds(info.st_ctim),
            inode: UInt64(info.st_ino))
    }

    public static func type(of path: String) -> ItemType? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    public static func read(_ path: String) throws(FileProblem) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw FileProblem(path) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw FileProblem(path) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw FileProblem(path: path, reason: "not a regular file") }
        var bytes: [UInt8] = []
        var problem: FileProblem?
        let expected = Int(info.st_size)
        bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            while count < expected {
                let got = Self.readChunk(file, buffer.baseAddress! + count, expected - count)
                if got < 0 { problem = FileProblem(path) }
                if got <= 0 { break }
                count += got
            }
        }
        if let problem { throw problem }
        return bytes
    }

    /// A name beside a file, for content that shall take its place: no other process and no other thread uses it.
    public static func temporaryName(beside path: String) -> String {
        "\(path).\(getpid())-\(temporaryNames.wrappingAdd(1, ordering: .relaxed).newValue).tmp"
    }

    private static let temporaryNames = Atomic<Int>(0)

    /// Writes beside the file, then renames: readers see the old content or the new, never half of it. A link stays a
    /// link, and a file keeps its permissions; what is no file, such as `/dev/stdout` or a pipe, is written to as it is.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let path = target(of: path)
        guard isReplaceable(path) else {
            let descriptor = try openExisting(path)
            defer { close(descriptor) }
            return try write(bytes, toDescriptor: descriptor)
        }
        let beside = temporaryName(beside: path)
        do {
            let file = try create(beside)
            defer { close(file) }
            try write(bytes, toDescriptor: file)
            fsync(file)
        } catch {
            unlink(beside)
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
            unlink(beside)
            throw error
        }
    }

    /// The descriptor of a new file, or of one that is emptied.
    static func create(_ path: String) throws(FileProblem) -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileProblem(path) }
        return file
    }

    static func close(_ descriptor: Int32) {
        closeDescriptor(descriptor)
    }

    /// Writes everything, however many calls that takes.
    public static func write(_ bytes: [UInt8], toDescriptor file: Int32) throws(FileProblem) {
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

    public static func rename(_ old: String, to new: String) throws(FileProblem) {
        guard renameFile(old, new) == 0 else { throw FileProblem(new) }
    }

    /// Copies a file in pieces of a megabyte; `FileManager` takes twenty thousand calls for an index of 80 MB.
    public static func copy(_ path: String, to other: String) throws(FileProblem) {
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
    public static func flush(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    public static func remove(_ path: String) {
        unlink(path)
    }

    /// Makes the folder and those above it that are missing.
    /// - Parameter isPrivate: whether only its owner may look into it.
    public static func makeFolder(_ path: String, isPrivate: Bool = false) throws(FileProblem) {
        if type(of: path) == .folder { return }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        if !parent.isEmpty { try makeFolder((path.hasPrefix("/") ? "/" : "") + parent) }
        guard mkdir(path, isPrivate ? 0o700 : 0o755) == 0 || errno == EEXIST else { throw FileProblem(path) }
    }

    public static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0
    }

    public static var userID: UInt32 { getuid() }

    public static var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    /// The absolute form of a path that exists, links resolved; the path itself where it does not exist.
    public static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// As `absolute`, also where the path does not exist yet: what is there of it is resolved.
    public static func resolved(_ path: String) -> String {
        var missing: [Substring] = []
        var parts = (path.hasPrefix("/") ? path : currentFolder + "/" + path).split(separator: "/")
        while true {
            let present = "/" + parts.joined(separator: "/")
            if parts.isEmpty || type(of: present) != nil {
                return ([absolute(present)] + missing.map(String.init)).joined(separator: "/")
            }
            missing.insert(parts.removeLast(), at: 0)
        }
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

// The names of these calls are also ours, so they are reached from outside the type.
extension Files {
    fileprivate static func readChunk(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(file, buffer, count)
        #elseif canImport(Musl)
            Musl.read(file, buffer, count)
        #else
            Darwin.read(file, buffer, count)
        #endif
    }

    fileprivate static func writeChunk(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, buffer, count)
        #elseif canImport(Musl)
            Musl.write(file, buffer, count)
        #else
            Darwin.write(file, buffer, count)
        #endif
    }

    fileprivate static func closeDescriptor(_ descriptor: Int32) {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }

    fileprivate static func renameFile(_ old: String, _ new: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.rename(old, new)
        #elseif canImport(Musl)
            Musl.rename(old, new)
        #else
            Darwin.rename(old, new)
        #endif
    }
}

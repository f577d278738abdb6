#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few calls on files that reading ten thousand sheets in no time needs; `FileManager` takes twenty times as long.
package enum Files {
    package enum ItemType: Sendable {
        case file, folder, other
    }

    /// What `lstat` says of a file: enough to see that it changed.
    package struct Stamp: Codable, Hashable, Sendable {
        package var size: Int64
        /// Nanoseconds since 1970: of the content, and of the content or the attributes.
        package var modified: Int64
        package var changed: Int64
        package var inode: UInt64

        /// One stamp for two files that are read together: another one when either changes.
        package func joined(with other: Stamp) -> Stamp {
            Stamp(
                size: size &+ other.size, modified: max(modified, other.modified), changed: max(changed, other.changed),
                inode: inode &* 31 &+ other.inode)
        }

        package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
            self.size = size
            self.modified = modified
            self.changed = changed
            self.inode = inode
        }

        init(_ info: stat) {
            self.init(
                size: Int64(info.st_size), modified: nanoseconds(info.st_mtim), changed: nanoseconds(info.st_ctim),
                inode: UInt64(info.st_ino))
        }
    }

    /// The names in a folder with their types, sorted by the bytes of the name; hidden ones left out.
    package static func list(_ folder: String) throws(FileProblem) -> [(name: String, type: ItemType)] {
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

    package static func stamp(_ path: String) -> Stamp? {
        var info = stat()
        guard lstat(path, &info) == 0 else { return nil }
        return Stamp(info)
    }

    package static func type(of path: String) -> ItemType? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    package static func read(_ path: String) throws(FileProblem) -> [UInt8] {
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

    /// Makes the folder and those above it that are missing.
    /// - Parameter isPrivate: whether only its owner may look into it.
    package static func makeFolder(_ path: String, isPrivate: Bool = false) throws(FileProblem) {
        if type(of: path) == .folder { return }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        if !parent.isEmpty { try makeFolder((path.hasPrefix("/") ? "/" : "") + parent) }
        guard makeOne(path, mode: isPrivate ? 0o700 : 0o755) else { throw FileProblem(path) }
    }

    package static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0
    }

    package static var userID: UInt32 { getuid() }

    package static var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    /// The absolute form of a path that exists, links resolved; the path itself where it does not exist.
    package static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// As `absolute`, also where the path does not exist yet: what is there of it is resolved.
    package static func resolved(_ path: String) -> String {
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

    fileprivate static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

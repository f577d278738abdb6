#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The items of one folder with names as bytes, in the order of the paths that come of them: a folder's name counts with its
/// slash. A hundred thousand files are gone through in little more than the time of the system's calls.
package struct FolderItems: Sendable {
    /// Each ends with a zero.
    private var names: [UInt8] = []
    private var items: [Item] = []

    package struct Item: Sendable {
        fileprivate let start: Int
        fileprivate let count: Int
        package let type: Files.ItemType
    }

    /// Hidden ones are left out.
    package init(of folder: String) throws(FileProblem) {
        guard let directory = opendir(folder) else { throw FileProblem(folder) }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let start = names.count
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                names.append(contentsOf: bytes[..<(bytes.firstIndex(of: 0) ?? bytes.endIndex)])
            }
            guard names.count > start, names[start] != UInt8(ascii: ".") else {
                names.removeSubrange(start...)
                continue
            }
            let count = names.count - start
            names.append(0)
            let type: Files.ItemType =
                switch Int32(entry.pointee.d_type) {
                case Int32(DT_REG): .file
                case Int32(DT_DIR): .folder
                case Int32(DT_UNKNOWN):
                    Files.type(of: folder + "/" + text(Item(start: start, count: count, type: .other))) ?? .other
                default: .other
                }
            items.append(Item(start: start, count: count, type: type))
        }
        names.withUnsafeBytes { names in
            func byte(_ item: Item, _ index: Int) -> UInt8 {
                index < item.count ? names[item.start + index] : item.type == .folder ? UInt8(ascii: "/") : 0
            }
            items.sort { a, b in
                let shared = min(a.count, b.count)
                let order = memcmp(names.baseAddress! + a.start, names.baseAddress! + b.start, shared)
                return order != 0 ? order < 0 : byte(a, shared) < byte(b, shared)
            }
        }
    }

    package var count: Int { items.count }

    package func type(_ index: Int) -> Files.ItemType { items[index].type }

    /// What is no UTF-8 is repaired: such a name leads to no file.
    package func name(_ index: Int) -> String { text(items[index]) }

    private func text(_ item: Item) -> String {
        String(decoding: names[item.start..<item.start + item.count], as: UTF8.self)
    }

    /// Hands over the name as bytes.
    package func withName<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let item = items[index]
        return try names.withUnsafeBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[item.start..<item.start + item.count]))
        }
    }

    /// Looks at files of the folder one after the other.
    ///
    /// - Parameter read: gets a function that gives the stamp of the item with a number; `nil` for one that is gone.
    package func withStamps<Result>(in folder: String, _ read: ((Int) -> Files.Stamp?) throws -> Result) rethrows
        -> Result
    {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if directory >= 0 { Files.closeDescriptor(directory) } }
        return try read { index in
            var info = stat()
            let status = names.withUnsafeBytes { names in
                fstatat(
                    directory, names.baseAddress!.advanced(by: items[index].start).assumingMemoryBound(to: CChar.self),
                    &info, AT_SYMLINK_NOFOLLOW)
            }
            return directory >= 0 && status == 0 ? Files.Stamp(info) : nil
        }
    }
}

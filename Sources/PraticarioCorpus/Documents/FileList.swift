#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import PraticarioSystem

/// Files with their stamps in the order of the bytes of their paths, as flat bytes: so many are held, stored and compared without
/// an object for each.
///
/// Of each file: how many bytes its path has (four bytes), what stands in it (one), its path, its stamp (four times eight).
package struct FileList: Equatable, Sendable {
    package private(set) var bytes: [UInt8]

    private static let head = 5
    private static let stamp = 32

    package init() {
        bytes = []
    }

    /// - Parameter bytes: those of another list; `nil` where they are not such.
    package init?(bytes: [UInt8]) {
        self.bytes = bytes
        let isSound = bytes.withUnsafeBytes { all in
            var start = 0
            while start < all.count {
                guard let item = Item(start, all) else { return false }
                start = item.end
            }
            return true
        }
        guard isSound else { return nil }
    }

    /// - Parameter files: in their order.
    package init(_ files: some Sequence<ContentFiles.File>) {
        self.init()
        for file in files { append(file) }
    }

    /// Adds a file behind all others.
    mutating func append(_ file: ContentFiles.File) {
        var path = file.path
        path.withUTF8 {
            append(UnsafeRawBufferPointer($0), UnsafeRawBufferPointer(start: nil, count: 0), file.kind, file.stamp)
        }
    }

    package mutating func append(contentsOf other: FileList) {
        bytes += other.bytes
    }

    /// Adds a file behind all others, by two parts of its path.
    mutating func append(
        _ folder: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer, _ kind: ContentFiles.File.Kind,
        _ stamp: Files.Stamp
    ) {
        withUnsafeBytes(of: UInt32(folder.count + name.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(kind.rawValue)
        bytes.append(contentsOf: folder)
        bytes.append(contentsOf: name)
        for number in [stamp.size, stamp.modified, stamp.changed, Int64(bitPattern: stamp.inode)] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// As values.
    package var files: [ContentFiles.File] { files(where: { _, _ in true }) }

    /// The files of certain paths.
    package func files(at paths: Set<String>) -> [ContentFiles.File] {
        guard !paths.isEmpty else { return [] }
        return files { paths.contains($0.path(in: $1)) }
    }

    /// Those that were changed at a moment or later, in nanoseconds since 1970.
    package func files(since moment: Int64) -> [ContentFiles.File] {
        files { max($0.number(1, in: $1), $0.number(2, in: $1)) >= moment }
    }

    /// Those of some folders in which the files of sheets stand: there is a sheet or a table beside each.
    func places(among folders: Set<String>) -> Set<String> {
        guard !folders.isEmpty else { return [] }
        // Few paths are as long as one of them when they lose their ending.
        let lengths = Set(folders.lazy.map(\.utf8.count))
        let candidates = files { item, all in
            let path = item.path(of: all)
            return path.lastIndex(of: UInt8(ascii: ".")).map { lengths.contains($0 - path.startIndex) } ?? false
        }
        return folders.intersection(
            candidates.lazy.filter { $0.kind != .community }.map { SheetFiles.place(of: $0.path) })
    }

    private func files(where isWanted: (Item, UnsafeRawBufferPointer) -> Bool) -> [ContentFiles.File] {
        bytes.withUnsafeBytes { all in
            var files: [ContentFiles.File] = []
            var start = 0
            while let item = Item(start, all) {
                if isWanted(item, all) { files.append(item.file(in: all)) }
                start = item.end
            }
            return files
        }
    }

    /// How a list differs from another one.
    package struct Differences: Sendable {
        /// What is new or has another stamp.
        package var changed: [ContentFiles.File] = []
        package var removed: [String] = []
        package var count: Int { changed.count + removed.count }
    }

    /// - Parameter limit: as many differences are enough to know.
    package func differences(from known: FileList, limit: Int) -> Differences {
        var differences = Differences()
        bytes.withUnsafeBytes { all in
            known.bytes.withUnsafeBytes { old in
                var (start, oldStart) = (0, 0)
                while differences.count < limit {
                    let (item, oldItem) = (Item(start, all), Item(oldStart, old))
                    switch (item, oldItem) {
                    case (nil, nil): return
                    case (let item?, let oldItem?):
                        let (path, oldPath) = (item.path(of: all), oldItem.path(of: old))
                        if item.end - start == oldItem.end - oldStart,
                            memcmp(all.baseAddress! + start, old.baseAddress! + oldStart, item.end - start) == 0
                        {
                            (start, oldStart) = (item.end, oldItem.end)
                        } else if path.elementsEqual(oldPath) {
                            differences.changed.append(item.file(in: all))
                            (start, oldStart) = (item.end, oldItem.end)
                        } else if path.lexicographicallyPrecedes(oldPath) {
                            differences.changed.append(item.file(in: all))
                            start = item.end
                        } else {
                            differences.removed.append(oldItem.path(in: old))
                            oldStart = oldItem.end
                        }
                    case (let item?, nil):
                        differences.changed.append(item.file(in: all))
                        start = item.end
                    case (nil, let oldItem?):
                        differences.removed.append(oldItem.path(in: old))
                        oldStart = oldItem.end
                    }
                }
            }
        }
        return differences
    }

    /// Where one file stands in the bytes.
    private struct Item {
        private let start: Int
        private let length: Int
        var end: Int { start + FileList.head + length + FileList.stamp }

        /// `nil` behind the last.
        init?(_ start: Int, _ all: UnsafeRawBufferPointer) {
            guard start + FileList.head <= all.count else { return nil }
            self.start = start
            length = Int(UInt32(littleEndian: all.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
            guard end <= all.count, ContentFiles.File.Kind(rawValue: all[start + 4]) != nil else { return nil }
        }

        func path(of all: UnsafeRawBufferPointer) -> Slice<UnsafeRawBufferPointer> {
            all[start + FileList.head..<start + FileList.head + length]
        }

        func path(in all: UnsafeRawBufferPointer) -> String { String(decoding: path(of: all), as: UTF8.self) }

        /// Of the stamp.
        func number(_ index: Int, in all: UnsafeRawBufferPointer) -> Int64 {
            Int64(littleEndian: all.loadUnaligned(fromByteOffset: end - FileList.stamp + 8 * index, as: Int64.self))
        }

        func file(in all: UnsafeRawBufferPointer) -> ContentFiles.File {
            ContentFiles.File(
                path: path(in: all),
                stamp: Files.Stamp(
                    size: number(0, in: all), modified: number(1, in: all), changed: number(2, in: all),
                    inode: UInt64(bitPattern: number(3, in: all))),
                kind: ContentFiles.File.Kind(rawValue: all[start + 4]) ?? .sheet)
        }
    }
}

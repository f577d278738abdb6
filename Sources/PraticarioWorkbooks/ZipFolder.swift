import CZlib
import Foundation
import PraticarioSystem

/// A folder as one zip archive (APPNOTE.TXT of PKWARE), which a browser can take away. One file of it is in memory at a time.
package enum ZipFolder {
    /// Writes all files of a folder but hidden ones, in the order of their names: the same folder gives the same bytes. Times
    /// are left out, as is who owns what.
    ///
    /// - Throws: `FileProblem`.
    package static func write(_ folder: String, to path: String) throws {
        let names = try names(in: folder)
        let file = try OutputFile(path)
        var directory: [UInt8] = []
        var place = 0
        for name in names {
            let content = try Files.read(folder + "/" + name)
            let member = Member(name: name, content: content)
            guard place + member.packed.count < limit else {
                throw FileProblem(path: path, reason: "a zip archive holds 4 GB at most")
            }
            let header = member.header
            file.write(bytes: header + member.packed)
            directory += member.entry(at: place)
            place += header.count + member.packed.count
        }
        file.write(bytes: directory + ending(count: names.count, size: directory.count, place: place))
        try file.close()
    }

    private static let limit = 0xFFFF_0000

    /// Relative to the folder.
    private static func names(in folder: String) throws -> [String] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
        let shown = all.filter { name in
            !name.split(separator: "/").contains { $0.hasPrefix(".") } && Files.type(of: folder + "/" + name) == .file
        }
        return shown.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private struct Member {
        let name: [UInt8]
        let size: Int
        let checksum: UInt
        let isDeflated: Bool
        let packed: [UInt8]

        init(name: String, content: [UInt8]) {
            self.name = Array(name.utf8)
            size = content.count
            checksum = content.withUnsafeBufferPointer { UInt(crc32(0, $0.baseAddress, UInt32($0.count))) }
            let deflated = Self.deflated(content)
            isDeflated = deflated.map { $0.count < content.count } ?? false
            packed = isDeflated ? deflated ?? content : content
        }

        private static func deflated(_ content: [UInt8]) -> [UInt8]? {
            guard !content.isEmpty else { return nil }
            let room = Int(czlib_deflate_bound(UInt(content.count)))
            var came = -1
            let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                came = content.withUnsafeBufferPointer { source in
                    guard let source = source.baseAddress, let target = buffer.baseAddress else { return -1 }
                    return czlib_deflate(source, UInt(content.count), target, UInt(room))
                }
                count = max(0, came)
            }
            return came < 0 ? nil : packed
        }

        /// What both headers say: version 2.0, names in UTF-8, the first day that there is, sizes.
        private var common: [UInt8] {
            number(20, 2) + number(0x0800, 2) + number(isDeflated ? 8 : 0, 2) + number(0, 2) + number(0x21, 2)
                + number(Int(checksum), 4) + number(packed.count, 4) + number(size, 4) + number(name.count, 2)
        }

        /// What stands before the packed bytes.
        var header: [UInt8] { number(0x0403_4B50, 4) + common + number(0, 2) + name }

        /// What the directory at the end says.
        func entry(at place: Int) -> [UInt8] {
            number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2)
                + number(0, 4) + number(place, 4) + name
        }
    }

    /// What closes the archive; with the larger counts of zip 64 where there are more files than two bytes can say.
    private static func ending(count: Int, size: Int, place: Int) -> [UInt8] {
        var large: [UInt8] = []
        if count > 0xFFFE {
            large = number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 4) + number(0, 4)
            large += number(count, 8) + number(count, 8) + number(size, 8) + number(place, 8)
            large += number(0x0706_4B50, 4) + number(0, 4) + number(place + size, 8) + number(1, 4)
        }
        let shown = min(count, 0xFFFF)
        return large + number(0x0605_4B50, 4) + number(0, 4) + number(shown, 2) + number(shown, 2) + number(size, 4)
            + number(place, 4) + number(0, 2)
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

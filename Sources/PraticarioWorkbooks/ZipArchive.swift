import CZlib

/// The files in a zip archive, such as a spreadsheet is (APPNOTE.TXT of PKWARE): those that are stored or deflated.
package struct ZipArchive: Sendable {
    private let bytes: [UInt8]
    private let members: [String: Member]

    private struct Member {
        let header: Int
        let packed: Int
        let size: Int
        let isDeflated: Bool
    }

    /// What a member may unfold to at most: no spreadsheet of sheets is larger, and a bomb is.
    private static let sizeLimit = 256 << 20

    /// `nil` where the bytes are no zip archive.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = Self.end(of: bytes) else { return nil }
        let reader = LittleEndian(bytes)
        guard let count = reader.number(at: end + 10, bytes: 2), var place = reader.number(at: end + 16, bytes: 4)
        else { return nil }
        var members: [String: Member] = [:]
        for _ in 0..<count {
            guard reader.number(at: place, bytes: 4) == 0x0201_4B50,
                let flags = reader.number(at: place + 8, bytes: 2),
                let method = reader.number(at: place + 10, bytes: 2),
                let packed = reader.number(at: place + 20, bytes: 4),
                let size = reader.number(at: place + 24, bytes: 4),
                let name = reader.number(at: place + 28, bytes: 2), let extra = reader.number(at: place + 30, bytes: 2),
                let comment = reader.number(at: place + 32, bytes: 2),
                let header = reader.number(at: place + 42, bytes: 4), place + 46 + name <= bytes.count
            else { return nil }
            let path = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
            // A member that is encrypted, or packed in another way, cannot be had.
            if flags & 1 == 0, method == 0 || method == 8 {
                members[path] = Member(header: header, packed: packed, size: size, isDeflated: method == 8)
            }
            place += 46 + name + extra + comment
        }
        self.bytes = bytes
        self.members = members
    }

    /// In no order.
    package var names: some Collection<String> { members.keys }

    package func contains(_ path: String) -> Bool { members[path] != nil }

    /// `nil` where there is no such member, or where it is damaged or too large.
    package func content(of path: String) -> [UInt8]? {
        guard let member = members[path] else { return nil }
        let reader = LittleEndian(bytes)
        guard let name = reader.number(at: member.header + 26, bytes: 2),
            let extra = reader.number(at: member.header + 28, bytes: 2)
        else { return nil }
        let start = member.header + 30 + name + extra
        guard start + member.packed <= bytes.count, member.size <= Self.sizeLimit else { return nil }
        let packed = bytes[start..<(start + member.packed)]
        guard member.isDeflated else { return Array(packed) }
        var came = -1
        let content = [UInt8](unsafeUninitializedCapacity: member.size) { buffer, count in
            came = packed.withUnsafeBufferPointer { source in
                guard let source = source.baseAddress, let target = buffer.baseAddress else { return 0 }
                return czlib_inflate(source, UInt(member.packed), target, UInt(member.size))
            }
            count = max(0, came)
        }
        return came == member.size ? content : nil
    }

    /// Where the record at the end of the archive begins; a comment of up to 65,535 bytes may follow it.
    private static func end(of bytes: [UInt8]) -> Int? {
        let last = bytes.count - 22
        guard last >= 0 else { return nil }
        return (max(0, last - 65_535)...last).last { bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
    }
}

/// Numbers in the bytes of a file, none beyond its end.
private struct LittleEndian {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func number(at place: Int, bytes count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}

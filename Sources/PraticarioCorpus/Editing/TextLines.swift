/// Bytes as lines with their line ends, to change some of them and leave the others byte for byte.
struct TextLines {
    /// At the same places as `SourceText`: LF, CR LF or CR.
    static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            lines.append(bytes[start..<index])
            start = index
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// The line end of a line; empty for a last line without one.
    static func end(of line: ArraySlice<UInt8>?) -> [UInt8] {
        guard let line else { return [] }
        var start = line.endIndex
        while start > line.startIndex, line[start - 1] == 0x0A || line[start - 1] == 0x0D { start -= 1 }
        return Array(line[start...])
    }

    /// A line without its end.
    static func text(of line: ArraySlice<UInt8>) -> String {
        String(decoding: line.dropLast(end(of: line).count), as: UTF8.self)
    }
}

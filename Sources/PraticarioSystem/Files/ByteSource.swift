#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes that are looked at here and there, of which no more is read than what is looked at.
package struct ByteSource {
    package let count: Int
    private let read: (_ offset: Int, _ count: Int) -> [UInt8]

    package init(_ bytes: [UInt8]) {
        count = bytes.count
        read = { offset, count in Array(bytes[offset..<offset + count]) }
    }

    /// A file that is none by a link; it stays open as long as the value lives.
    package init(file path: String) throws(FileProblem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileProblem(path) }
        let file = OpenFile(descriptor)
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            throw FileProblem(path: path, reason: "not a regular file")
        }
        count = Int(info.st_size)
        read = { offset, count in file.bytes(offset, count) }
    }

    /// Fewer where the bytes end before.
    package func bytes(at offset: Int, _ wanted: Int) -> [UInt8] {
        guard offset >= 0, offset < count, wanted > 0 else { return [] }
        return read(offset, min(wanted, count - offset))
    }

    package func has(_ text: StaticString, at offset: Int) -> Bool {
        let expected = text.withUTF8Buffer { Array($0) }
        return bytes(at: offset, expected.count) == expected
    }

    /// A number whose most significant byte comes first; `nil` where the bytes end before.
    package func big(at offset: Int, bytes size: Int) -> Int? {
        let bytes = bytes(at: offset, size)
        return bytes.count == size ? bytes.reduce(0) { $0 << 8 | Int($1) } : nil
    }

    /// As `big`, the most significant byte last.
    package func little(at offset: Int, bytes size: Int) -> Int? {
        let bytes = bytes(at: offset, size)
        return bytes.count == size ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : nil
    }

    private final class OpenFile {
        private let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit { Files.close(descriptor) }

        func bytes(_ offset: Int, _ count: Int) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
                while done < count {
                    let got = pread(descriptor, buffer.baseAddress! + done, count - done, off_t(offset + done))
                    if got < 0, errno == EINTR { continue }
                    if got <= 0 { break }
                    done += got
                }
            }
        }
    }
}

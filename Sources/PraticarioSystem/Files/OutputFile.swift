/// A file in the making, mostly a text: written beside its place piece by piece, renamed into it by `close()`.
///
/// Where writing fails, or `close()` is never called, whatever stood there before still does.
///
/// ```swift
/// let file = try OutputFile("schede.jsonl")
/// file.write("{}\n")
/// try file.close()
/// ```
package final class OutputFile: TextOutputStream {
    package let path: String
    private let beside: String?
    private var descriptor: Int32?
    private var buffer: [UInt8] = []
    /// A stream cannot throw: what went wrong is told by `close()`.
    private var problem: FileProblem?
    private static let bufferSize = 1 << 18

    private let waitsForDisk: Bool

    /// - Parameter waitsForDisk: whether `close()` returns only when the content is on the disk. A folder of ten thousand
    ///   files that is made anew in any case need not wait for each of them.
    package init(_ path: String, waitsForDisk: Bool = true) throws(FileProblem) {
        self.path = Files.target(of: path)
        self.waitsForDisk = waitsForDisk
        // A device or a pipe is written to as it is.
        beside = Files.isReplaceable(self.path) ? Files.temporaryName(beside: self.path) : nil
        do {
            if let beside {
                descriptor = try Files.create(beside)
            } else {
                descriptor = try Files.openExisting(self.path)
            }
        } catch {
            throw FileProblem(path: path, reason: error.reason)
        }
        buffer.reserveCapacity(Self.bufferSize * 2)
    }

    deinit {
        guard let descriptor else { return }
        Files.close(descriptor)
        if let beside { Files.remove(beside) }
    }

    package func write(_ string: String) {
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= Self.bufferSize { flush() }
    }

    package func write(bytes: [UInt8]) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { flush() }
    }

    private func flush() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard problem == nil, let descriptor else { return }
        do {
            try Files.write(buffer, toDescriptor: descriptor)
        } catch {
            problem = FileProblem(path: path, reason: error.reason)
        }
    }

    /// Writes what is left, waits for the disk where that was asked for, and puts the file in its place.
    package func close() throws(FileProblem) {
        flush()
        if let problem { throw problem }
        guard let descriptor else { return }
        self.descriptor = nil
        Files.close(descriptor)
        guard let beside else { return }
        if waitsForDisk { Files.flush(beside) }
        try Files.replace(path, by: beside)
    }
}

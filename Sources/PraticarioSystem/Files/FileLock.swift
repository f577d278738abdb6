#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The right to change something: one process at a time. The system gives it back when a process dies, however.
package struct FileLock: ~Copyable {
    private let file: Int32

    /// `nil` when another process holds it and `waiting` is false.
    package init?(_ path: String, waiting: Bool) throws(FileProblem) {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileProblem(path: path, reason: String(cString: strerror(errno))) }
        while flock(file, LOCK_EX | (waiting ? 0 : LOCK_NB)) != 0 {
            if errno == EINTR { continue }
            close(file)
            return nil
        }
    }

    deinit {
        close(file)
    }
}

/// The standard output as a stream, written in large pieces.
struct StandardOutput: TextOutputStream {
    mutating func write(_ string: String) {
        Terminal.printRaw(string)
    }
}

import Foundation
import Praticario
import PraticarioSystem

/// What we write to, and how it likes it.
enum Terminal {
    static func language(option: String?) -> Language {
        if let option, let language = Language(rawValue: option) { return language }
        return .ofProcess
    }

    static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    static var usesColour: Bool {
        let environment = ProcessEnvironment.variables
        return isInteractive && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Columns, between 40 and 110: longer lines are hard to read.
    static var width: Int {
        var size = winsize()
        var width = 80
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else if let columns = ProcessEnvironment.variables["COLUMNS"].flatMap({ Int($0) }) {
            width = columns
        }
        return min(110, max(40, width))
    }

    static func print(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    /// As it is, with its own line ends.
    static func printRaw(_ text: String) {
        write(text, to: .standardOutput)
    }

    /// One line that a person types; `nil` where nobody is there to be asked.
    static func ask(_ prompt: String) -> String? {
        guard isatty(STDIN_FILENO) == 1, isInteractive else { return nil }
        write(prompt, to: .standardOutput)
        return readLine()
    }

    /// What another program hands over, as one line; `nil` where nothing is handed over.
    static func piped() -> String? {
        var info = stat()
        guard fstat(STDIN_FILENO, &info) == 0, info.st_mode & S_IFMT == S_IFIFO || info.st_mode & S_IFMT == S_IFREG
        else { return nil }
        // A pipe that somebody holds open and writes nothing into is not waited for.
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, 2_000) > 0 else { return nil }
        var lines: [String] = []
        while lines.count < 100, let line = readLine() { lines.append(line) }
        let text = lines.joined(separator: " ").trimmingSpaces()
        return text.isEmpty ? nil : text
    }

    static func printError(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    /// A reader that went away (`| head`) is no failure of ours; a full disk is.
    private static func write(_ text: String, to file: FileHandle) {
        do {
            try Files.write(Array(text.utf8), toDescriptor: file.fileDescriptor)
        } catch {
            guard file === FileHandle.standardOutput, !error.isBrokenPipe else {
                exit(file === FileHandle.standardOutput ? 0 : 1)
            }
            let message = LocalizedText(
                it: "errore: non si riesce a scrivere (\(error.reason))", en: "error: cannot write (\(error.reason))")
            printError(message[language(option: nil)])
            exit(1)
        }
    }
}

import Foundation

/// The spell checker with its Italian dictionary, where it is installed.
enum Hunspell {
    private static let program = "/usr/bin/hunspell"

    static let isInstalled =
        FileManager.default.isExecutableFile(atPath: program)
        && FileManager.default.fileExists(atPath: "/usr/share/hunspell/it_IT.dic")

    /// The words that the dictionary has not.
    static func unknown(_ words: some Sequence<String>) throws -> Set<String> {
        // A file, for a pipe that nobody empties while we fill another would stop both.
        let file = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString).txt")
        try words.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-d", "it_IT", "-i", "utf-8", "-l", file.path()]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    }
}

import Foundation

/// Another program's view of a file: what a Python script, given the path, prints as JSON.
enum Python {
    static func read<Value: Decodable>(_ path: String, by script: String) throws -> Value {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // The one that `make test` prepares has modules that others need not have.
        let python = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"] ?? "python3"
        process.arguments = [python, "-c", script, path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let json = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(Value.self, from: json)
    }
}

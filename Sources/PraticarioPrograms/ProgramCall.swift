import Dispatch
import Foundation
package import PraticarioSystem

/// Another program, run to its end on the thread that asks, which must be none of the cooperative ones: for what has to be
/// done while something is locked. What it reads and says is in files, so that neither waits for the other.
package struct ProgramCall {
    package let name: String
    /// What to install on Debian and Ubuntu.
    package let package: String
    package var environment: [String: String] = [:]
    package var input: [UInt8] = []
    /// So long it may take, in seconds.
    package var patience = 10.0

    package struct Answer {
        package let status: Int32
        package let output: [UInt8]
        /// What it wrote about itself.
        package let said: String
    }

    package init(_ name: String, package: String) {
        self.name = name
        self.package = package
    }

    /// - Throws: `ProgramProblem` where it cannot be begun, or does not end in time. How it ended is for who asks to judge.
    package func run(_ arguments: [String]) throws(ProgramProblem) -> Answer {
        guard let path = Self.path(of: name) else { throw .missing(name: name, package: package) }
        do {
            return try run(path, arguments)
        } catch let problem as ProgramProblem {
            throw problem
        } catch {
            throw .failed(name: name, said: "\(error)")
        }
    }

    private func run(_ path: String, _ arguments: [String]) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let places = ["in", "out", "err"].map { folder.appending(path: $0) }
        for (place, bytes) in zip(places, [input, [], []]) { try Data(bytes).write(to: place) }
        let input = try FileHandle(forReadingFrom: places[0])
        let output = try FileHandle(forWritingTo: places[1])
        let errors = try FileHandle(forWritingTo: places[2])
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + patience) == .success else {
            process.terminate()
            throw ProgramProblem.failed(name: name, said: "\(Int(patience)) s")
        }
        for handle in [input, output, errors] { try? handle.close() }
        return Answer(
            status: process.terminationStatus, output: [UInt8](try Data(contentsOf: places[1])),
            said: ExternalProgram.harmless(String(decoding: try Data(contentsOf: places[2]), as: UTF8.self)))
    }

    private static func path(of name: String) -> String? {
        (ProcessEnvironment.variables["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

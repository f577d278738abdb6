import Subprocess
import PraticarioCorpus

/// A program that a format needs and this machine does not have.
public struct MissingProgram: Error, Sendable {
    public let name: String
    /// What to install, on Debian and Ubuntu.
    public let package: String
}

/// A program that failed.
public struct ProgramFailure: Error, Sendable {
    public let name: String
    /// What it said, shortened.
    public let message: String
}

/// Another program, found at run time.
public struct ExternalProgram: Sendable {
    let name: String
    let package: String

    static let weasyprint = ExternalProgram(name: "weasyprint", package: "weasyprint")
    static let pandoc = ExternalProgram(name: "pandoc", package: "pandoc")
    public static let xlsx2csv = ExternalProgram(name: "xlsx2csv", package: "xlsx2csv")

    /// Runs it without a shell and gives what it wrote, at most 256 MB.
    ///
    /// - Throws: `MissingProgram`, `ProgramFailure`.
    @discardableResult
    public func run(_ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, BytesOutput>
        do {
            result = try await Subprocess.run(
                // Without a locale for UTF-8 they garble what is not ASCII in their arguments.
                .name(name), arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C.UTF-8"]),
                input: .array(input), output: .bytes(limit: 256 << 20),
                error: .bytes(limit: 64 << 10))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw MissingProgram(name: name, package: package)
        }
        guard result.terminationStatus.isSuccess else {
            let said = String(decoding: result.standardError, as: UTF8.self).trimmingSpaces()
            throw ProgramFailure(name: name, message: String(said.suffix(300)))
        }
        return result.standardOutput
    }
}

import Subprocess
import PraticarioSystem

/// Another program, found at run time.
package struct ExternalProgram: Sendable {
    package let name: String
    let package: String

    package static let weasyprint = ExternalProgram(name: "weasyprint", package: "weasyprint")
    package static let pandoc = ExternalProgram(name: "pandoc", package: "pandoc")
    package static let rsvg = ExternalProgram(name: "rsvg-convert", package: "librsvg2-bin")
    package static let xlsx2csv = ExternalProgram(name: "xlsx2csv", package: "xlsx2csv")
    package static let vipsthumbnail = ExternalProgram(name: "vipsthumbnail", package: "libvips-tools")

    /// Runs it without a shell and gives what it wrote, at most 256 MB. It reads nothing: what it works on is in files.
    ///
    /// - Throws: `ProgramProblem`.
    @discardableResult
    package func run(_ arguments: [String]) async throws -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, BytesOutput>
        do {
            result = try await Subprocess.run(
                // Without a locale for UTF-8 they garble what is not ASCII in their arguments.
                .name(name), arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C.UTF-8"]),
                input: .none, output: .bytes(limit: 256 << 20), error: .bytes(limit: 16 << 20))
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw ProgramProblem.missing(name: name, package: package)
        } catch let error as SubprocessError {
            throw ProgramProblem.failed(name: name, said: "\(error)")
        }
        guard result.terminationStatus.isSuccess else {
            let said = String(decoding: result.standardError, as: UTF8.self).trimmingSpaces()
            throw ProgramProblem.failed(name: name, said: Self.harmless(said))
        }
        return result.standardOutput
    }

    /// The end of what a program said, without what would move a terminal.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.suffix(300).unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

import Foundation
import PraticarioSystem
import Testing

/// Files of what is expected: what the program writes must be what they hold. `make transcripts` writes them anew;
/// whoever runs it reads what changed before committing it.
enum Golden {
    static let isRewritten = ProcessInfo.processInfo.environment["PRATICARIO_REWRITE"] != nil
    static let folder = Program.repository.appending(path: "Tests/PraticarioCommandTests/Fixtures")
        .path(percentEncoded: false)

    /// Holds a text against a file under `Fixtures`, or writes it there.
    static func expect(_ actual: String, at path: String) throws {
        try expect(Array(actual.utf8), atPath: folder + "/" + path)
    }

    static func expect(_ actual: [UInt8], atPath path: String) throws {
        if isRewritten {
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual).write(to: URL(filePath: path))
        } else {
            try expectEqualLines(actual, Files.read(path), URL(filePath: path).lastPathComponent)
        }
    }

    /// Shows every line that differs, by its bytes: for a `String`, an é is the same whether it is one character or two.
    static func expectEqualLines(_ actual: [UInt8], _ expected: [UInt8], _ name: String) {
        guard actual != expected else { return }
        let (found, wanted) = (lines(actual), lines(expected))
        let changes = found.difference(from: wanted).map { change in
            switch change {
            case .remove(let line, let bytes, _):
                (line, 0, "- \(line + 1): \(excerpt(bytes, beside: found, line))")
            case .insert(let line, let bytes, _):
                (line, 1, "+ \(line + 1): \(excerpt(bytes, beside: wanted, line))")
            }
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        Issue.record(
            "\(name): \(changes.count) lines (- should be, + is)\n\(changes.map(\.2).joined(separator: "\n"))")
    }

    static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    /// Of a long line (the data of a page are one), what stands around the place where it differs.
    private static func excerpt(_ line: ArraySlice<UInt8>, beside others: [ArraySlice<UInt8>], _ number: Int) -> String
    {
        guard line.count > 240 else { return String(decoding: line, as: UTF8.self) }
        let other = others.indices.contains(number) ? others[number] : []
        let start = max(0, zip(line, other).prefix { $0.0 == $0.1 }.count - 60)
        return "… " + String(decoding: line.dropFirst(start).prefix(240), as: UTF8.self)
    }
}

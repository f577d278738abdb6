import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import Testing

/// The program that was built with the tests, run as a user runs it.
enum Program {
    struct Result {
        var status: Int32
        /// Standard output and standard error, in the order in which they were written.
        var text: String

        /// The object that an answer in JSON is.
        func json() throws -> [String: Any] {
            try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
        }
    }

    private static let firstDay = PartialDate.today

    /// With the day on which it was written replaced, so that it is the same on any day: that of now, and that on which
    /// these tests began.
    static func settled(_ text: String) -> String {
        String(decoding: settled(Array(text.utf8)), as: UTF8.self)
    }

    static func settled(_ bytes: [UInt8]) -> [UInt8] {
        guard let day = PartialDate("2026-11-25") else { return bytes }
        var kept = bytes
        for today in Set([PartialDate.today, firstDay]) where today != day {
            let writings =
                [(today.iso8601, day.iso8601)] + Language.allCases.map { (today.text(in: $0), day.text(in: $0)) }
            for (today, settled) in writings {
                while let range = kept.firstRange(of: Array(today.utf8)) {
                    kept.replaceSubrange(range, with: Array(settled.utf8))
                }
            }
        }
        return kept
    }

    /// What `work` gives, done again if midnight passed meanwhile: an index made yesterday is not current.
    static func withinOneDay<Result>(_ work: () throws -> Result) rethrows -> Result {
        while true {
            let day = PartialDate.today
            let result = try work()
            if PartialDate.today == day { return result }
        }
    }

    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Beside the test bundle.
    static let executable =
        Bundle.allBundles.map(\.bundleURL)
        .first { $0.pathExtension == "xctest" }?.deletingLastPathComponent().appending(path: "praticario")
        ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "praticario")

    /// - Parameter input: what another program hands over; `nil` where none does.
    static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil
    ) throws -> Result {
        let (process, pipe) = try start(arguments, in: folder, environment: environment, input: input)
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
    }

    /// Starts the program and does not wait; what it writes arrives in the pipe.
    static func start(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil
    ) throws -> (process: Process, output: Pipe) {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "it_IT.UTF-8", "COLUMNS": "80", "HOME": folder.path(), "PATH": "/usr/bin:/bin"]
            .merging(environment) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        let handed = input.map { _ in Pipe() }
        process.standardInput = handed ?? FileHandle.nullDevice
        try process.run()
        if let handed, let input {
            try handed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try handed.fileHandleForWriting.close()
        }
        return (process, pipe)
    }
}

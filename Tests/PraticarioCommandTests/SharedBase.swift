import Foundation
import Synchronization
import Testing

/// A copy of a knowledge base with its index, made once and shared by the tests that only read it.
final class SharedBase: Sendable {
    /// The fixture that has something of everything.
    static let complete = SharedBase("Tests/PraticarioCommandTests/Fixtures/completo")
    /// The sheets of this repository.
    static let corpus = SharedBase("corpus")

    /// Beside the copy, for what is written.
    let folder: URL
    var knowledgeBase: URL { folder.appending(path: "archivio") }

    /// - Parameter source: a folder of the repository.
    init(_ source: String) {
        do {
            folder = try TemporaryFolders.make()
            try FileManager.default.copyItem(at: Program.repository.appending(path: source), to: knowledgeBase)
            try? FileManager.default.removeItem(at: knowledgeBase.appending(path: ".praticario"))
            let result = try run(["index"])
            precondition(result.status == 0, result.text)
        } catch {
            preconditionFailure("\(source): \(error)")
        }
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Result {
        try Program.run(
            arguments, in: folder,
            environment: ["PRATICARIO_KB": knowledgeBase.path()].merging(environment) { _, new in new })
    }

    /// The object that a command writes with `--format json`.
    func json(_ arguments: [String]) throws -> [String: Any] {
        try run(arguments + ["--format", "json"]).json()
    }
}

/// Folders that last as long as the tests run.
enum TemporaryFolders {
    private static let made = Mutex<[URL]>([])
    private static let cleaning: Void = {
        atexit {
            for folder in TemporaryFolders.made.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder) }
        }
    }()

    static func make() throws -> URL {
        _ = cleaning
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        made.withLock { $0.append(folder) }
        return folder
    }
}

/// Values that are made once, whoever asks for them first; the others wait.
final class Once<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Place: Sendable {
        let value = Mutex<Result<Value, any Error>?>(nil)
    }

    private let places = Mutex<[Key: Place]>([:])

    func value(_ key: Key, make: () throws -> Value) throws -> Value {
        let place = places.withLock { places in
            let place = places[key] ?? Place()
            places[key] = place
            return place
        }
        return try place.value.withLock { value in
            if value == nil { value = Result { try make() } }
            guard let value else { preconditionFailure("it was just made") }
            return try value.get()
        }
    }
}

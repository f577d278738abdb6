import Foundation
import PraticarioCorpus
import PraticarioPrograms
import PraticarioSystem

/// A folder within the working tree of a git repository, and what we ask git there: without a shell, without hooks, with
/// names that are taken as they are.
struct GitFolder: Sendable {
    private let root: String

    /// - Returns: `nil` where the folder lies in no working tree.
    init?(_ folder: KnowledgeBaseFolder) {
        var path = folder.root
        while Files.type(of: path + "/.git") == nil {
            guard path.count > 1, let slash = path.lastIndex(of: "/") else { return nil }
            path = slash == path.startIndex ? "" : String(path[..<slash])
        }
        root = folder.root
    }

    /// What is told to git beside what is asked.
    struct Setting {
        var input: [UInt8] = []
        /// In place of the index of the repository.
        var index: String?
        var author: (name: String, address: String)?
        /// How git may end, beside well.
        var statuses: Set<Int32> = []
        /// One command takes names only as patterns, which it does not look at as such.
        var takesNamesAsPatterns = false
    }

    /// - Returns: what it writes; `nil` where it ended in one of the other ways that are allowed.
    /// - Throws: `ProgramProblem`.
    @discardableResult
    func run(_ arguments: [String], _ setting: Setting = Setting()) throws -> [UInt8]? {
        var call = ProgramCall("git", package: "git")
        call.input = setting.input
        // What a hook that started us, or a person's shell, says of another repository is not meant.
        call.environment = ProcessEnvironment.variables.filter { !$0.key.hasPrefix("GIT_") }
        call.environment["LC_ALL"] = "C.UTF-8"
        call.environment["GIT_TERMINAL_PROMPT"] = "0"
        if !setting.takesNamesAsPatterns { call.environment["GIT_LITERAL_PATHSPECS"] = "1" }
        if let index = setting.index { call.environment["GIT_INDEX_FILE"] = index }
        for (role, person) in [("COMMITTER", Self.us), ("AUTHOR", setting.author ?? Self.us)] {
            call.environment["GIT_\(role)_NAME"] = person.name
            call.environment["GIT_\(role)_EMAIL"] = person.address
        }
        let fixed = ["-C", root, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"]
        let answer = try call.run(fixed + arguments)
        if answer.status == 0 { return answer.output }
        guard setting.statuses.contains(answer.status) else {
            throw ProgramProblem.failed(name: "git", said: answer.said)
        }
        return nil
    }

    /// A line that git writes.
    func line(_ arguments: [String], _ setting: Setting = Setting()) throws -> String? {
        try run(arguments, setting).map { String(decoding: $0, as: UTF8.self).trimmingSpaces() }
    }

    static let us = address(of: "praticario", name: "Praticario")

    /// As whom git knows somebody: an address that is nobody's mail and stays the same.
    static func address(of id: String, name: String) -> (name: String, address: String) {
        let slug = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let harmless = String(
            String.UnicodeScalarView(
                name.unicodeScalars.filter {
                    $0 != "<" && $0 != ">" && $0.properties.generalCategory != .control
                }))
        // Git takes no name that is nothing but signs.
        let isName = harmless.contains { $0.isLetter || $0.isNumber }
        return (isName ? harmless.trimmingSpaces() : slug, slug + "@praticario.invalid")
    }
}

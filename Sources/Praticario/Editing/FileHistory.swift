package import Foundation
package import PraticarioCorpus

/// What some files said, from now backwards, as far as a history of them knows it: a sheet, the list of a collection.
package struct FileHistory<Value: Equatable & Sendable>: Sendable {
    /// The newest first: what is said now comes first, whatever is known of how it came about.
    package private(set) var versions: [Version]
    /// Where it came into being, as far as that is known.
    private(set) var beginning: Beginning?

    struct Beginning: Sendable {
        let step: FileStep
        /// What its files held then.
        let files: [String: [UInt8]]
    }

    package struct Version: Sendable {
        package let value: Value
        /// What made it this; `nil` where that was done elsewhere, with an editor or another program.
        package fileprivate(set) var origin: Origin?
        /// What was said before; `nil` for the oldest that is known, and where it came into being.
        package fileprivate(set) var before: Value?
        /// Whether it came into being with this.
        package fileprivate(set) var isBeginning = false

        init(_ value: Value) {
            self.value = value
        }
    }

    package struct Origin: Sendable {
        package let date: Date
        package let author: String?
        package let what: String
    }

    /// - Parameters:
    ///   - paths: of the files.
    ///   - steps: what was done to them, the last first.
    ///   - limit: as many versions are told.
    ///   - value: what files with these bytes say; nothing where they hold no such thing.
    package init(
        of paths: [String], in folder: KnowledgeBaseFolder, steps: [FileStep], limit: Int = 100,
        value: ([String: [UInt8]]) -> Value?
    ) {
        self.init(of: Self.files(paths, in: folder), steps: steps, limit: limit, value: value)
    }

    /// What files hold now.
    static func files(_ paths: [String], in folder: KnowledgeBaseFolder) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in paths { files[path] = (try? FileChange.bytes(path, in: folder)) ?? nil }
        return files
    }

    /// - Parameter last: what the files held after the first of the steps.
    init(of last: [String: [UInt8]], steps: [FileStep], limit: Int = 100, value: ([String: [UInt8]]) -> Value?) {
        var files = last
        // What one step left is what the next one found, mostly.
        var read = (files: files, value: value(files))
        func current() -> Value? {
            if read.files != files { read = (files, value(files)) }
            return read.value
        }
        var versions = current().map { [Version($0)] } ?? []
        for step in steps where !versions.isEmpty && versions.count < limit {
            let last = versions.count - 1
            let isKnown = step.files.values.allSatisfy { $0.after != nil }
            for (path, file) in step.files {
                if case .some(let after) = file.after { files[path] = after }
            }
            // What was done elsewhere since stands between.
            if isKnown, let after = current(), after != versions[last].value {
                versions[last].before = after
                versions.append(Version(after))
            }
            let left = files
            for (path, file) in step.files { files[path] = file.before }
            let before = current()
            let index = versions.count - 1
            guard before != versions[index].value else { continue }
            if isKnown {
                versions[index].origin = Origin(date: step.date, author: step.author, what: step.what)
            }
            versions[index].before = before
            guard let before else {
                versions[index].isBeginning = true
                beginning = Beginning(step: step, files: left)
                break
            }
            versions.append(Version(before))
        }
        self.versions = versions
    }

    /// Tells also what was said before it came into being here: under another name, in another file.
    mutating func goOn(with earlier: FileHistory) {
        guard !versions.isEmpty, let first = earlier.versions.first else { return }
        versions[versions.count - 1].before = first.value
        versions[versions.count - 1].isBeginning = false
        versions += earlier.versions
        beginning = earlier.beginning
    }
}

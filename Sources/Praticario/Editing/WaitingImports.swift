import Foundation
import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// Spreadsheets and archives that were sent in a browser and wait to be taken in: a folder each in the private folder, with the
/// rows as CSV. Here it is known only of which sheets they are.
package struct WaitingImports: Sendable {
    package static let place = KnowledgeBaseFolder.privateFolder + "/importazioni"
    /// What was said of one so far: its `name`, what was typed over its `rows`, the `names` of the sheets of an archive.
    package static let choices = "scelte.json"

    private let folder: KnowledgeBaseFolder

    package init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// Those that have a row of a sheet, by the names that they were sent under.
    ///
    /// - Parameter names: the ids that it has had, and its titles as slugs.
    func naming(_ names: Set<String>) throws -> [String] { try found(names).map(\.name) }

    /// Takes them away as a whole: whoever sent one has it, and what is said of rows goes by their numbers.
    ///
    /// - Returns: the names that they were sent under.
    func forget(_ names: Set<String>) throws -> [String] {
        let found = try found(names)
        for (path, _) in found { try? FileManager.default.removeItem(atPath: path) }
        return found.map(\.name)
    }

    private func found(_ names: Set<String>) throws -> [(path: String, name: String)] {
        let place = folder.path(Self.place)
        guard Files.type(of: place) == .folder else { return [] }
        return try Files.list(place).filter { $0.type == .folder }.compactMap { item in
            let path = place + "/" + item.name
            let choices =
                (try? JSONSerialization.jsonObject(with: Data(Files.read(path + "/" + Self.choices))))
                as? [String: Any] ?? [:]
            let isNamed =
                Self.strings(of: choices["names"] ?? "").contains { names.contains($0) }
                || Self.isRow(of: names, Self.strings(of: choices["rows"] ?? ""))
            guard try isNamed || hasRow(of: names, in: path) else { return nil }
            return (path, choices["name"] as? String ?? item.name)
        }
    }

    private func hasRow(of names: Set<String>, in path: String) throws -> Bool {
        try Files.list(path).contains { file in
            guard file.type == .file, file.name.hasSuffix(".csv") else { return false }
            return CSVText.read(try Files.read(path + "/" + file.name), path: "").text.rows.contains {
                Self.isRow(of: names, $0.cells)
            }
        }
    }

    /// Whether some cell is a name, or two of them give one, as title and organization do; a number may stand behind.
    private static func isRow(of names: Set<String>, _ cells: [String]) -> Bool {
        let slugs = cells.map { TextKey.slug($0) }.filter { !$0.isEmpty }
        let present = Set(slugs)
        if !present.isDisjoint(with: names) { return true }
        return slugs.contains { slug in
            names.contains { name in
                guard name.hasPrefix(slug + "-") else { return false }
                let rest = name.dropFirst(slug.utf8.count + 1)
                let isNumber = rest.allSatisfy(\.isNumber)
                let parts = rest.split(separator: "-")
                let unnumbered =
                    parts.last?.allSatisfy(\.isNumber) == true ? parts.dropLast().joined(separator: "-") : ""
                return isNumber || present.contains(String(rest)) || present.contains(unnumbered)
            }
        }
    }

    private static func strings(of value: Any) -> [String] {
        switch value {
        case let text as String: text.isEmpty ? [] : [text]
        case let list as [Any]: list.flatMap(strings)
        case let fields as [String: Any]: fields.values.flatMap(strings)
        default: []
        }
    }
}

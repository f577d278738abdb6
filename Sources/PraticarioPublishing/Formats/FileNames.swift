import ItalianText
import PraticarioCorpus

/// A file name for each of some keys: letters, digits and hyphens, whatever the keys hold, and no two alike.
struct FileNames: Sendable {
    private let names: [String: String]

    init(_ keys: [String]) {
        var names: [String: String] = [:]
        var taken: Set<String> = []
        for key in keys where names[key] == nil {
            let slug = TextKey.slug(key)
            let stem = slug.isEmpty ? "pagina" : slug
            var name = stem
            var number = 2
            // No knowledge base reads a README as a sheet.
            while ContentFiles.isPassedOver(name + ".md") || !taken.insert(name).inserted {
                name = "\(stem)-\(number)"
                number += 1
            }
            names[key] = name
        }
        self.names = names
    }

    /// `nil` for a key that is not among them.
    subscript(key: String) -> String? { names[key] }
}

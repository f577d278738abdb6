import Foundation
import PraticarioCorpus
import PraticarioSystem

/// Where the pictures and papers of sheets are for the readers of one document.
struct FileAddresses: Sendable {
    /// `nil` for what does not go along: it is told in words.
    let address: @Sendable (AttachedFile, Entry) -> String?

    init(_ address: @escaping @Sendable (AttachedFile, Entry) -> String?) {
        self.address = address
    }

    /// Pictures are in the document itself (RFC 2397), papers stay at home.
    ///
    /// - Parameter kinds: what readers of such a document can show.
    static func embedded(
        _ edition: Edition, kinds: Set<AttachedKind> = [.jpeg, .png, .webp]
    ) -> FileAddresses {
        FileAddresses { file, entry in
            guard kinds.contains(file.kind),
                let bytes = edition.files?.read(file.name, as: .picture, of: entry.origin)?.bytes
            else { return nil }
            return "data:\(file.kind.mediaType);base64,\(Data(bytes).base64EncodedString())"
        }
    }

    /// From the folder of the knowledge base.
    static let fromKnowledgeBase = FileAddresses { file, _ in path(file.path) }

    /// Within a folder that has the files of each sheet in a folder of its own.
    static func path(_ relative: String) -> String {
        relative.split(separator: "/").map { IRI.segment(String($0)) }.joined(separator: "/")
    }
}

extension Edition {
    /// Copies the pictures and papers of a sheet that are as they should be.
    ///
    /// - Returns: their names.
    @discardableResult
    func writeFiles(of entry: Entry, to folder: OutputFolder, _ place: String) throws -> Set<String> {
        guard let files else { return [] }
        var names: Set<String> = []
        let wanted =
            files.pictures(of: entry).map { ($0.file.name, AttachedUse.picture) }
            + files.papers(of: entry).map { ($0.file.name, .paper) }
        for (name, use) in wanted {
            guard let bytes = files.read(name, as: use, of: entry.origin)?.bytes else { continue }
            try folder.write(bytes, to: place + "/" + name)
            names.insert(name)
        }
        return names
    }
}

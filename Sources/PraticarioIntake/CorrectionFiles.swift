import PraticarioCorpus
import PraticarioSystem

/// The files `da-correggere.csv` that were handed out, so that none is overwritten on which somebody is at work.
struct CorrectionFiles {
    private let folder: KnowledgeBaseFolder
    /// What each of the last ones held when it was written, as a digest a line.
    private var list: String { folder.path(".praticario/da-correggere") }
    private static let limit = 100

    init(_ folder: KnowledgeBaseFolder) {
        self.folder = folder
    }

    /// `da-correggere.csv`; where somebody has written into it since, another name.
    func place(in folder: String, importing path: String) -> String {
        let names = ["da-correggere"] + (2...99).map { "da-correggere-\($0)" }
        let places = names.map { "\(folder)/\($0).csv" }
        let known = Set(digests)
        return places.first { place in
            guard Files.type(of: place) != nil, Files.absolute(place) != Files.absolute(path) else { return true }
            return (try? Files.read(place)).map { known.contains(Digest.of($0)) } ?? false
        } ?? places[0]
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        try Files.write(bytes, to: path)
        let digests = (digests + [Digest.of(bytes)]).suffix(Self.limit)
        try Files.write(Array(digests.map { "\($0)\n" }.joined().utf8), to: list)
    }

    private var digests: [Int64] {
        let text = (try? Files.read(list)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").compactMap { Int64($0) }
    }
}

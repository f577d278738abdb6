import Foundation
import Praticario
import PraticarioCorpus
import PraticarioIndex
import PraticarioSearch
import PraticarioSystem
import TestSupport

/// What reads bytes that people write, or that a disk damaged. `FUZZ_TARGET` names the one that is tried.
enum FuzzTarget: String, CaseIterable {
    case sheet, table, collection, community, settings, themes, query, territory, index

    /// Must neither crash nor take long, whatever the bytes are.
    func read(_ bytes: [UInt8]) {
        let vocabularies = SmallWorld.vocabularies
        switch self {
        case .sheet: _ = ParsedFile(bytes, path: "schede/x.md", vocabularies)
        case .table:
            // What stands before a line of stars says what the columns are.
            let parts = bytes.split(separator: UInt8(ascii: "*"), maxSplits: 1, omittingEmptySubsequences: false)
            _ = ParsedFile(
                table: Array(parts.last ?? []), map: parts.count > 1 ? Array(parts[0]) : nil, path: "tabelle/x.csv",
                vocabularies)
        case .collection:
            _ = CuratedCollection.read(bytes, path: "raccolte/x.md")
            if var text = CollectionText(bytes, path: "raccolte/x.md") {
                _ = text.add([.init(id: "orto", title: "Orto")])
                _ = text.add(heading: "Prima", at: .first)
                _ = text.remove("orto")
            }
        case .community: _ = ParsedFile(community: bytes, path: "comunita/x.yaml", vocabularies)
        case .settings: _ = KnowledgeBaseSettings.read(bytes, path: "praticario.yaml")
        case .themes:
            // The first byte says which of the vocabularies it is.
            let files = Vocabularies.File.allCases
            let file = files[Int(bytes.first ?? 0) % files.count]
            _ = Vocabularies.read { $0 == file ? Array(bytes.dropFirst()) : nil }
        case .query: _ = QuestionReading(String(decoding: bytes, as: UTF8.self)).resolve(FacetValues(vocabularies))
        case .territory:
            let text = String(decoding: bytes, as: UTF8.self)
            _ = vocabularies.territories.meaning(ofSheetValue: text)
            _ = vocabularies.territories.positions(ofQueryValue: text)
        case .index: Self.open(bytes)
        }
    }

    private static let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString).sqlite")

    /// A damaged index is told as such, or answers.
    private static func open(_ bytes: [UInt8]) {
        defer { Files.remove(file.path()) }
        do throws(any Error) {
            try Files.write(bytes, to: file.path())
            let archive: any Archive = try IndexSearcher(path: file.path())
            _ = try archive.answer("orto territorio:roma")
            _ = try archive.entries(archive.ids())
        } catch {
            return
        }
    }
}

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("FUZZ_TARGET: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return target
}()

/// What libFuzzer calls, again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    target.read(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}

/// Before the first input: an index of two sheets, where a file for it is named, since one that was made elsewhere would be
/// larger than what is tried.
@_cdecl("LLVMFuzzerInitialize")
public func begin(_ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer) -> CInt {
    guard let path = ProcessInfo.processInfo.environment["FUZZ_INDEX"] else { return 0 }
    do throws(any Error) {
        let base = try TemporaryBase()
        for name in ["uno", "due"] {
            try base.write(
                "---\ntitolo: Orto \(name)\ntipo: idea\nterritori: Roma\n---\nSi zappa.\n", to: "schede/\(name).md")
        }
        _ = try KnowledgeBase.open(base.folder.root, environment: [:])
        try Files.write(Files.read(base.folder.path(".praticario/index.sqlite")), to: path)
    } catch {
        fatalError("\(error)")
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func run(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ tryOne: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// SwiftPM calls the beginning of a program so, and libFuzzer's own `main` is not found by it.
@_cdecl("Fuzz_main")
public func main(
    _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var (count, arguments) = (count, arguments)
    return run(&count, &arguments) { tryOneInput($0, $1) }
}

import ItalianText
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem
import Praticario

/// Which table takes the rows of a file.
struct TableChoice {
    /// Relative to the knowledge base.
    let table: String

    /// The table that was named; else the one that already has most of the rows; else one called like the file.
    init(
        _ bytes: [UInt8], path: String, name: String?, _ options: KnowledgeBase.ImportOptions, _ heads: [EntryHead],
        in folder: KnowledgeBaseFolder
    ) throws {
        func tablePath(_ slug: String) -> String { "\(KnowledgeBaseFolder.tablesFolder)/\(slug).csv" }
        if let name, !TextKey.slug(name).isEmpty {
            table = tablePath(TextKey.slug(name))
            return
        }
        let incoming = try ImportedTable(bytes, path: path, headerRow: options.headerRow, map: nil)
        let rows = IncomingRows(incoming, ImportColumns(incoming, present: nil, options).map, personal: [])
        let ids = Set(rows.ownIDs)
        var owners: [String: Set<String>] = [:]
        for head in heads where head.origin.row != nil && ids.contains(head.id) {
            owners[head.origin.path, default: []].insert(head.id)
        }
        // Rows that were left out stand in what is remembered.
        for path in Set(heads.filter { $0.origin.row != nil }.map(\.origin.path)) {
            let origin = folder.path(KnowledgeBase.originPath(ofTable: path))
            guard Files.type(of: origin) == .file else { continue }
            let map = folder.path(ContentFiles.File.mapPath(ofTable: path))
            let known = Files.type(of: map) == .file ? TableMap.read(try Files.read(map), path: "").map : TableMap()
            owners[path, default: []].formUnion(KeptTable(try Files.read(origin), map: known).ids.filter(ids.contains))
        }
        let best = owners.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        if let best, best.value.count * 2 >= ids.count, !best.value.isEmpty {
            table = best.key
            return
        }
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        let slug = TextKey.slug(String(file.prefix { $0 != "." }))
        table = tablePath(slug.isEmpty ? "tabella" : slug)
    }
}

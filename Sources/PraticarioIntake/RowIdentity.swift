import PraticarioCorpus
import PraticarioSystem

/// Which row of a file that comes in is which sheet: one that is here already, or a new one with an id of its own.
struct RowIdentity {
    /// A row that comes in, or one as a file said it last time.
    struct Row {
        /// Of what the row says in the columns that come in, spaces and ways to write a day aside.
        let cells: [String]
        /// The slug of title and organization.
        let fallbackID: String
        /// That the row states itself.
        var writtenID: String?
        /// The slug for a row that is new, where it is another one.
        var newID: String?
        /// When a form says that it was sent, with its time; `nil` where it does not say so.
        var stamp: String?
    }

    /// The id of each row, in their order.
    private(set) var ids: [String]
    /// Rows that would have the id of another one of the file, and which.
    private(set) var twins: [Int: Int] = [:]

    private let rows: [Row]
    private var claimed: Set<String> = []
    private var found: [String?]

    /// - Parameter known: what is remembered, by id, in its order.
    init(_ rows: [Row], known: [(id: String, row: Row)]) {
        self.rows = rows
        found = [String?](repeating: nil, count: rows.count)
        ids = []
        let knownIDs = Set(known.map(\.id))
        for (index, row) in rows.enumerated() {
            if let id = row.writtenID, knownIDs.contains(id) { claim(id, for: index) }
        }
        // What says exactly the same, then what was sent at the same time, then the order of the rows: a form that grows
        // keeps its order, and its answers are changed one at a time.
        match(known) { [$0.fallbackID] + $0.cells }
        match(known) { row in row.stamp.map { [row.fallbackID, $0] } }
        match(known) { [$0.fallbackID] }
        // Somebody changed the title of an answer.
        matchUnique(known, \.stamp)
        var used = knownIDs
        var first: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            let wanted = row.writtenID ?? row.newID ?? row.fallbackID
            if let id = found[index] {
                ids.append(id)
            } else {
                let id = KeptTable.free(wanted, among: used)
                used.insert(id)
                ids.append(id)
                if let twin = first[wanted] { twins[index] = twin }
            }
            if first[wanted] == nil { first[wanted] = index }
        }
    }

    private mutating func claim(_ id: String, for index: Int) {
        guard found[index] == nil, claimed.insert(id).inserted else { return }
        found[index] = id
    }

    /// Rows with one key are the same in their order.
    private mutating func match(_ known: [(id: String, row: Row)], _ key: (Row) -> [String]?) {
        var waiting: [[String]: [String]] = [:]
        for (id, row) in known.reversed() where !claimed.contains(id) {
            if let key = key(row) { waiting[key, default: []].append(id) }
        }
        guard !waiting.isEmpty else { return }
        for index in rows.indices where found[index] == nil && rows[index].writtenID == nil {
            if let key = key(rows[index]), let id = waiting[key]?.popLast() { claim(id, for: index) }
        }
    }

    /// Only where the key is that of one row on either side.
    private mutating func matchUnique(_ known: [(id: String, row: Row)], _ key: (Row) -> String?) {
        let theirs = Dictionary(grouping: known.filter { !claimed.contains($0.id) }) { key($0.row) }
        let ours = Dictionary(grouping: rows.indices.filter { found[$0] == nil && rows[$0].writtenID == nil }) {
            key(rows[$0])
        }
        for (key, indices) in ours {
            guard key != nil, indices.count == 1, let ids = theirs[key], ids.count == 1 else { continue }
            claim(ids[0].id, for: indices[0])
        }
    }
}

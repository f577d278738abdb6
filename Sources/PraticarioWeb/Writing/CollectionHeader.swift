import PraticarioCorpus

/// The header of a collection as a form has it: each field is sent with what it was made from, so that two people may
/// change different ones.
struct CollectionHeader {
    static let names = ["titolo", "sintesi", "cura", "licenza"]

    /// As the file says them now, by the names of the form.
    private let current: [String: String]

    init(_ collection: CuratedCollection) {
        current = [
            "titolo": collection.title, "sintesi": collection.summary ?? "", "cura": collection.curator ?? "",
            "licenza": collection.licence ?? "",
        ]
    }

    subscript(name: String) -> String { current[name] ?? "" }

    /// What a form calls what a field was made from.
    static func before(_ name: String) -> String { "prima." + name }

    /// The fields that were changed here, with what was typed.
    func changed(by fields: FormFields) -> [String: String] {
        var changed: [String: String] = [:]
        for name in Self.names {
            let typed = fields[name] ?? ""
            if typed != fields[Self.before(name)] ?? "" { changed[name] = typed }
        }
        return changed
    }

    /// The fields that others changed meanwhile in another way.
    func conflicts(with fields: FormFields) -> [String] {
        changed(by: fields).filter { name, typed in
            let now = FormFields([(name, self[name])])[name] ?? ""
            return now != fields[Self.before(name)] ?? "" && now != typed
        }.keys.sorted()
    }
}

import ItalianText
import PraticarioSystem

/// Reads `aree.yaml`: named sets of territories, each with its source and date. `areas` are territories of their own,
/// `groups` only names for others.
struct AreaReader {
    private let record: Record
    private let register: TerritoryRegister
    private var problems: RecordProblems

    /// Areas as territories of level `area`. A territory that the register does not have is reported and left out;
    /// without a register that could be read, there are no areas.
    static func read(
        _ bytes: [UInt8], path: String, _ register: TerritoryRegister?
    ) -> (areas: [Territory], groups: [TerritoryGroup], diagnostics: [Diagnostic]) {
        guard let register else { return ([], [], []) }
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedAreas)
        var reader = AreaReader(
            record: record, register: register, problems: RecordProblems(of: record, diagnostics))
        let areas = reader.items("areas")
        let groups = reader.items("groups")
        if areas == nil, groups == nil, diagnostics.isEmpty {
            reader.report(nil, it: "manca l'elenco `areas:` con le aree", en: "the list `areas:` is missing")
        }
        return (
            (areas ?? []).compactMap { reader.area($0) }, (groups ?? []).compactMap { reader.group($0) },
            reader.problems.diagnostics
        )
    }

    private func items(_ key: String) -> [RecordValue]? {
        guard case .list(let items)? = record.fields.first(where: { $0.key == key })?.value.content else { return nil }
        return items
    }

    private mutating func area(_ item: RecordValue) -> Territory? {
        guard let id = item["id"]?.text, id == TextKey.slug(id), let name = item["name"]?.text else {
            report(
                item.place, it: "un'area ha un `id` di lettere minuscole, cifre e trattini, e un `name`",
                en: "an area has an `id` of lower-case letters, digits and hyphens, and a `name`")
            return nil
        }
        var area = Territory(
            code: "area-" + id, name: name, alternativeNames: item["altNames"]?.texts ?? [], level: .area,
            parent: item["parent"]?.text, sigla: nil, cadastralCode: nil, validFrom: nil, validTo: nil,
            successors: [])
        area.members = members(of: item)
        return area
    }

    private mutating func group(_ item: RecordValue) -> TerritoryGroup? {
        guard let name = item["name"]?.text else {
            report(item.place, it: "un gruppo di territori ha un `name`", en: "a group of territories has a `name`")
            return nil
        }
        let codes = members(of: item)
        return codes.isEmpty ? nil : TerritoryGroup(names: [name] + (item["altNames"]?.texts ?? []), codes: codes)
    }

    private mutating func members(of item: RecordValue) -> [String] {
        guard case .list(let codes)? = item["territories"]?.content else { return [] }
        return codes.compactMap { code in
            if let text = code.text, register[text] != nil { return text }
            report(
                code.place, it: "il territorio `\(code.text ?? "")` non è in territori.tsv",
                en: "the territory `\(code.text ?? "")` is not in territori.tsv")
            return nil
        }
    }

    private mutating func report(_ place: TextPlace?, it: String, en: String) {
        problems.report(.malformedAreas, place, it: it, en: en)
    }
}

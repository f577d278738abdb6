import ItalianText
import PraticarioSystem

/// Reads `aree.yaml`: named sets of comuni, each with its source and date.
enum AreaReader {
    /// Areas as territories of level `area`. A comune that the register does not have is reported and left out; without
    /// a register that could be read, there are no areas.
    static func read(
        _ bytes: [UInt8], path: String, _ register: TerritoryRegister?
    ) -> (areas: [Territory], diagnostics: [Diagnostic]) {
        guard let register else { return ([], []) }
        let yaml = YAMLReader.read(bytes, path: path, malformed: .malformedAreas)
        let source = yaml.source
        var diagnostics = yaml.diagnostics
        func report(_ place: TextPlace?, it: String, en: String) {
            diagnostics.append(
                Diagnostic(
                    .malformedAreas, path: path, at: place, message: LocalizedText(it: it, en: en),
                    excerpt: place.flatMap(source.line)))
        }
        guard case .list(let items)? = yaml.fields?.first(where: { $0.key == "areas" })?.value.content else {
            if diagnostics.isEmpty {
                report(nil, it: "manca l'elenco `areas:` con le aree", en: "the list `areas:` is missing")
            }
            return ([], diagnostics)
        }
        let areas = items.compactMap { item -> Territory? in
            guard let id = item["id"]?.text, id == ItalianText.slug(id), let name = item["name"]?.text else {
                report(
                    item.place, it: "un'area ha un `id` di lettere minuscole, cifre e trattini, e un `name`",
                    en: "an area has an `id` of lower-case letters, digits and hyphens, and a `name`")
                return nil
            }
            var area = Territory(
                code: "area-" + id, name: name, alternativeNames: item["altNames"]?.texts ?? [], level: .area,
                parent: item["parent"]?.text, sigla: nil, cadastralCode: nil, validFrom: nil, validTo: nil,
                successors: [])
            if case .list(let codes)? = item["territories"]?.content {
                for code in codes {
                    guard let text = code.text, register[text] != nil else {
                        report(
                            code.place, it: "il territorio `\(code.text ?? "")` non è in territori.tsv",
                            en: "the territory `\(code.text ?? "")` is not in territori.tsv")
                        continue
                    }
                    area.members.append(text)
                }
            }
            return area
        }
        return (areas, diagnostics)
    }
}

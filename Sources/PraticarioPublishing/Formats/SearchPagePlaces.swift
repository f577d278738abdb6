import ItalianText
import PraticarioCorpus
import PraticarioSearch

/// The register of territories as the script of a search page reads it, by the rules of `TerritoryRegister`: every name,
/// whether sheets are from there or not, because a value that is no name is searched as words.
///
/// Of most territories the code says all: six digits are a comune of the province with the first three. What another code or
/// another sigla says stands in `units`.
struct SearchPagePlaces: Encodable {
    /// Of several territories by names of their own, as `names`.
    let groups: String
    /// How many residents the smallest comune has, and the largest; empty where none is known.
    let residents: [Int]
    /// A line for each name, as `PackedLines`: its key, how it must be written to be meant among words (`-` for never), and
    /// the codes of what it names, with `~` before one that has another name first.
    let names: String
    /// A line for each territory that borders on something that the page has: its code, and the codes of what the page has
    /// around it.
    let nearby: String
    /// What people call the whole country, as keys.
    let nationwide: [String]
    /// What stands before a name and says its level: the words as a key, and the level.
    let prefixes: [[String]]
    /// A line for each territory of which the code does not say all: the code, its level, its sigla, the codes of the
    /// provinces and regions that hold it, and of what it became.
    let units: String

    /// - Parameter shown: the codes of the territories of the sheets, and of all that hold them.
    init(_ vocabularies: Vocabularies, shown: Set<String>) {
        let register = vocabularies.territories
        let recognizer = PlaceRecognizer(vocabularies)
        let positions = register.territories.indices
        let territories = Array(register.territories)
        var own: [String: (name: String, codes: [String])] = [:]
        for territory in territories {
            let key = TerritoryRegister.key(territory.name)
            own[key, default: (territory.name, [])].codes.append(territory.code)
            for name in Set(territory.alternativeNames.map(TerritoryRegister.key)) where name != key {
                own[name, default: (name, [])].codes.append("~" + territory.code)
            }
        }
        func line(_ key: String, _ name: String, _ codes: [String]) -> String {
            [key, recognizer.manner(of: name)?.rawValue ?? "-", codes.joined(separator: " ")].joined(separator: "=")
        }
        names = PackedLines.packed(own.lazy.map { line($0, $1.name, $1.codes) })
        groups = PackedLines.packed(
            register.groupNames.map { line($0, $0, register.positions(ofQueryValue: $0).map(register.code)) })
        units = PackedLines.packed(
            zip(positions, territories).lazy.compactMap { position, territory in
                Self.unit(at: position, territory, register)
            })
        nearby = PackedLines.packed(
            positions.lazy.compactMap { position in
                let around = register.neighbours(of: position).map(register.code).filter(shown.contains)
                return around.isEmpty
                    ? nil : [register.code(of: position), around.joined(separator: " ")].joined(separator: "=")
            })
        residents = register.residents.map { [$0.lowerBound, $0.upperBound] } ?? []
        nationwide = TerritoryRegister.nationwide.sorted()
        prefixes = TerritoryName.prefixes.map { [$0.0, $0.1.rawValue] }
    }

    /// The line of a territory; `nil` where its code says all.
    private static func unit(at position: Int, _ territory: Territory, _ register: TerritoryRegister) -> String? {
        let above = register.pathToTop(from: position).dropFirst()
            .filter { [.province, .region].contains(register.level(of: $0)) }.map(register.code)
        let code = territory.code
        let province = String(code.prefix(3))
        let isPlain =
            territory.level == .municipality && code.utf8.count == 6 && above.first == province
            && territory.successors.isEmpty && territory.sigla == register[province]?.sigla
            && above.dropFirst().elementsEqual(
                register.position(of: province).map { register.pathToTop(from: $0).dropFirst() }.map {
                    $0.filter { register.level(of: $0) == .region }.map(register.code)
                } ?? [])
        guard !isPlain else { return nil }
        return [
            code, territory.level.rawValue, territory.sigla ?? "", above.joined(separator: " "),
            territory.isSuppressed ? territory.successors.joined(separator: " ") : "",
        ].joined(separator: "=")
    }
}

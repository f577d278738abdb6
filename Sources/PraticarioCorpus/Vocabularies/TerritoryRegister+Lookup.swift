import ItalianText
import PraticarioSystem

extension TerritoryRegister {
    /// What a name in a sheet can mean.
    public enum Meaning: Codable, Hashable, Sendable {
        /// One territory, or those that a group such as Mezzogiorno or Romagna stands for.
        case positions([Int])
        /// Several territories of one level with the same name.
        case ambiguous([Int])
        /// No territory has this name.
        case unknown
    }

    /// What a sheet means by a name: a bare name is the comune, but Molise the region; a homonym without its sigla is
    /// ambiguous.
    ///
    /// ```swift
    /// register.meaning(ofSheetValue: "Castro")        // .ambiguous, Castro (BG) and Castro (LE)
    /// register.meaning(ofSheetValue: "Castro (LE)")   // .positions
    /// ```
    public func meaning(ofSheetValue text: String) -> Meaning {
        let matches = matches(text)
        if let group = matches.group { return .positions(group) }
        let active = matches.positions.filter { !territories[$0].isSuppressed }
        let candidates = active.isEmpty ? matches.positions : active
        for level in [TerritoryLevel.region, .municipality, .province, .area, .division, .country] {
            let here = candidates.filter { territories[$0].level == level }
            if here.count == 1 { return .positions(here) }
            if here.count > 1 { return .ambiguous(here) }
        }
        return .unknown
    }

    /// What a query means by a name: everything it can name (`foggia` is the comune and the province), only the
    /// unit for `provincia di foggia` and for a sigla, only `level` where one is asked for. Empty when unknown.
    public func positions(ofQueryValue text: String, level: TerritoryLevel? = nil) -> [Int] {
        let matches = matches(text)
        if let group = matches.group, level == nil { return group }
        let found = matches.positions.filter { level == nil || territories[$0].level == level }
        // The region of a name contains whatever else has it.
        let regions = found.filter { territories[$0].level == .region }
        return regions.isEmpty ? found : regions
    }

    private func matches(_ text: String) -> (positions: [Int], group: [Int]?) {
        let text = Self.withoutWhole(text.trimmingSpaces())
        if Self.nationwide.contains(Self.key(text)), let country = position(of: "IT") { return ([country], nil) }
        if let position = position(of: text.uppercased()) ?? position(of: text) { return ([position], nil) }
        if let position = position(ofUnpadded: text) { return ([position], nil) }
        if text.count == 2, text == text.uppercased(), let unit = unit(withSigla: text) { return ([unit], nil) }
        let name = TerritoryName(text)
        if name.level == nil, name.qualifier == nil, let codes = codes(ofGroup: text) {
            return ([], codes.compactMap(position(of:)))
        }
        if name.level == .province, let unit = unit(withSigla: name.candidates[0].uppercased()) { return ([unit], nil) }
        for candidate in name.candidates {
            var found = positions(named: candidate)
            if let level = name.level { found = found.filter { territories[$0].level == level } }
            if let qualifier = name.qualifier { found = found.filter { isInside($0, unit: qualifier) } }
            if !found.isEmpty { return (preferringNames(found, candidate), nil) }
        }
        let whole = positions(named: text)
        if !whole.isEmpty { return (preferringNames(whole, text), nil) }
        if text.count == 2, let unit = unit(withSigla: text.uppercased()) { return ([unit], nil) }
        return ([], nil)
    }

    /// What people call the whole country.
    package static let nationwide: Set<String> = [
        "territorio nazionale", "nazionale", "livello nazionale", "a livello nazionale", "ambito nazionale", "paese",
        "il territorio nazionale", "territorio italiano", "italia intera", "scala nazionale", "in tutta italia",
    ]

    /// `tutta la Puglia` and `l'intera provincia di Bari` are no more than these.
    private static func withoutWhole(_ text: String) -> String {
        // Every word of every question comes here, and hardly one says so: the pattern costs more than all else.
        let start = text.prefix(12).lowercased()
        guard start.hasBytes(of: "tutt") || start.hasBytes(of: "inter") else { return text }
        return text.replacing(
            #/^(?i:(?:in )?tutt[ao] (?:il |la |lo |l['’]\s?)?|(?:l['’]\s?)?inter[ao] )(?=\S)/#, with: "",
            maxReplacements: 1)
    }

    /// A code without its leading zeros, which spreadsheet programs take away: `58091`, `71`, `9`.
    private func position(ofUnpadded text: String) -> Int? {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return [2, 3, 6].lazy.filter { $0 > text.utf8.count }
            .compactMap { self.position(of: String(repeating: "0", count: $0 - text.utf8.count) + text) }.first
    }

    /// A name beats an alternative name: Calliano is the comune in Asti, not the other one's former name.
    private func preferringNames(_ positions: [Int], _ name: String) -> [Int] {
        let named = positions.filter { Self.key(territories[$0].name) == Self.key(name) }
        return named.isEmpty ? positions : named
    }

    private func isInside(_ position: Int, unit qualifier: String) -> Bool {
        let territory = territories[position]
        // `Foggia (FG)` is the comune, not the province that has these letters.
        guard territory.level != .province else { return false }
        // `San Teodoro (SS)` goes on being the comune that is in Gallura now.
        let before = territory.formerCodes.compactMap { self.position(of: String($0.prefix(3))) }
        let siglas = [territory.sigla] + before.map { territories[$0].sigla }
        if siglas.contains(qualifier.uppercased()) { return true }
        let key = Self.key(qualifier)
        return (pathToTop(from: position).dropFirst() + before).map { territories[$0] }.contains { above in
            // `Castro (Lombardia)` says as much as the letters do.
            guard above.level == .province || above.level == .region else { return false }
            return ([above.name] + above.alternativeNames).contains {
                Self.key($0) == key || Self.key(TerritoryName.plain($0)) == key
            }
        }
    }
}

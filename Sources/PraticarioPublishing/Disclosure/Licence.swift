import ItalianText
import PraticarioSystem

/// A licence by the name that people write, such as `CC-BY-4.0`, `CC BY-SA 3.0 IT` or `ODbL 1.0`.
struct Licence {
    /// Without its version; as written where the licence is not known.
    let name: String
    let version: String?
    /// Where its text is; `nil` where the licence is not known.
    let url: String?
    let terms: Terms

    /// What a licence asks, least first, by the names of the ADMS licence types.
    enum Terms: String, CaseIterable, Comparable {
        case publicDomain = "PublicDomain"
        case attribution = "Attribution"
        case shareAlike = "ViralEffect-ShareAlike"
        case nonCommercial = "NonCommercialUseOnly"
        case noDerivatives = "NoDerivativeWork"
        case unknown = "UnknownIPR"

        static func < (a: Terms, b: Terms) -> Bool {
            a.rank < b.rank
        }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }
}

extension Licence {
    /// Whether everybody may use it for every purpose, as the Open Definition asks.
    var isOpen: Bool { terms <= .shareAlike }

    /// What it lets readers do, in words; `nil` for a licence that is not known.
    var explanation: LocalizedText? {
        guard terms != .unknown else { return nil }
        guard terms != .publicDomain else {
            return LocalizedText(it: "si può riusare liberamente", en: "free to be used again")
        }
        var (it, en) =
            terms == .noDerivatives
            ? ("si può diffondere com'è, dicendo di chi è", "may be passed on as it is, saying whose it is")
            : ("si può riusare dicendo di chi è", "may be used again, saying whose it is")
        if name.contains("NC") { (it, en) = (it + ", non a fini commerciali", en + ", not for commercial purposes") }
        if terms == .shareAlike || name.contains("SA") {
            (it, en) = (it + ", con la stessa licenza", en + ", under the same licence")
        }
        return LocalizedText(it: it, en: en)
    }

    init(_ text: String) {
        let slug = TextKey.slug(text)
        let known = Self.creativeCommons(slug) ?? Self.others[slug]
        self = known ?? Licence(name: text, version: nil, url: nil, terms: .unknown)
    }

    /// From `cc-by-sa-3-0-it`: what is allowed, the version, the country whose law it was written for.
    private static func creativeCommons(_ slug: String) -> Licence? {
        let words = slug.split(separator: "-").map(String.init)
        let kind = words.prefix { Int($0) == nil }
        let version = words.dropFirst(kind.count).prefix { Int($0) != nil }.joined(separator: ".")
        let country = words.dropFirst(kind.count).drop { Int($0) != nil }.joined(separator: "-")
        let code = kind.dropFirst().joined(separator: "-")
        guard kind.first == "cc", let terms = creativeCommonsTerms[code] else { return nil }
        let versions = country == "it" ? ["2.0", "2.5", "3.0"] : ["1.0", "2.0", "2.5", "3.0", "4.0"]
        guard country == "it" || country.isEmpty, versions.contains(version) else { return nil }
        let name = "CC " + code.uppercased() + (country.isEmpty ? "" : " IT")
        let path = "\(code)/\(version)/" + (country.isEmpty ? "" : "it/")
        return Licence(
            name: name, version: version, url: "https://creativecommons.org/licenses/" + path, terms: terms)
    }

    private static let creativeCommonsTerms: [String: Terms] = [
        "by": .attribution, "by-sa": .shareAlike, "by-nc": .nonCommercial, "by-nc-sa": .nonCommercial,
        "by-nd": .noDerivatives, "by-nc-nd": .noDerivatives,
    ]

    private static let others: [String: Licence] = [
        "cc0-1-0": Licence(
            name: "CC0", version: "1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/",
            terms: .publicDomain),
        "pddl-1-0": Licence(
            name: "PDDL", version: "1.0", url: "https://opendatacommons.org/licenses/pddl/1-0/", terms: .publicDomain),
        "odc-by-1-0": Licence(
            name: "ODC-By", version: "1.0", url: "https://opendatacommons.org/licenses/by/1-0/", terms: .attribution),
        "odbl-1-0": Licence(
            name: "ODbL", version: "1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/", terms: .shareAlike),
        "iodl-2-0": Licence(
            name: "IODL", version: "2.0", url: "https://www.dati.gov.it/content/italian-open-data-license-v20",
            terms: .attribution),
    ]
}

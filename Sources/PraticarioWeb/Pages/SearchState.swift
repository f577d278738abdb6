import PraticarioSearch
import PraticarioSystem

/// What is asked on the page of the search, as its address says it: a text, the values that were chosen, an order, a page.
struct SearchState: Sendable, Equatable {
    /// As typed, in the query language.
    var text = ""
    /// By facet, in the order in which they were chosen.
    var chosen: [Facet: [String]] = [:]
    var sort: ResultOrder?
    /// From 1.
    var page = 1

    static let pageSize = 20
    /// As many values of all facets are read of an address.
    private static let valueLimit = 100

    init() {}

    /// Nothing in an address is wrong: what means nothing is passed over.
    init(_ fields: FormFields) {
        text = fields["q"] ?? ""
        page = max(1, min(100_000, fields["pagina"].flatMap { Int($0) } ?? 1))
        sort = fields["ordine"].flatMap(ResultOrder.init(named:))
        for (name, value) in fields.fields.prefix(Self.valueLimit) where !value.isEmpty {
            guard let facet = Self.facet(named: name), !(chosen[facet] ?? []).contains(value) else { continue }
            chosen[facet, default: []].append(value)
        }
    }

    /// What a facet is called in addresses: its first filter, in Italian and without accents, whatever the language of the
    /// page, so that a link means the same to everybody.
    static func name(of facet: Facet) -> String { names[facet] ?? facet.rawValue }

    private static let names = Dictionary(
        uniqueKeysWithValues: Facet.allCases.map { facet in
            (facet, facet.filters[0].name(in: .italian).replacing("à", with: "a"))
        })

    private static func facet(named name: String) -> Facet? {
        names.first { $0.value == name }?.key
    }

    var fields: FormFields {
        var fields = FormFields()
        if !text.isEmpty { fields.append("q", text) }
        for facet in Facet.allCases {
            for value in chosen[facet] ?? [] { fields.append(Self.name(of: facet), value) }
        }
        if let sort { fields.append("ordine", sort.name(in: .italian)) }
        if page > 1 { fields.append("pagina", String(page)) }
        return fields
    }

    /// Where this is asked.
    var address: String { Self.address("/cerca", fields) }

    static func address(_ path: String, _ fields: FormFields) -> String {
        fields.fields.isEmpty ? path : path + "?" + fields.encoded
    }

    /// The same, downloaded as a format.
    func download(_ format: String) -> String {
        var whole = self
        whole.page = 1
        return Self.address("/cerca/scarica/\(format)", whole.fields)
    }

    // MARK: Other states

    /// The first page of what is asked with one value more.
    func adding(_ value: String, to facet: Facet) -> SearchState {
        var state = self
        state.page = 1
        if !(state.chosen[facet] ?? []).contains(value) { state.chosen[facet, default: []].append(value) }
        return state
    }

    /// The first page of what is asked with one value less.
    func removing(_ value: String, from facet: Facet) -> SearchState {
        var state = self
        state.page = 1
        state.chosen[facet]?.removeAll { $0 == value }
        return state
    }

    func asking(_ text: String) -> SearchState {
        var state = self
        state.page = 1
        state.text = text
        return state
    }

    func at(page: Int) -> SearchState {
        var state = self
        state.page = page
        return state
    }

    /// Whether somebody asks this anew, rather than looking on through what was found.
    var isFirst: Bool { !text.isEmpty && chosen.isEmpty && sort == nil && page == 1 }

    /// In the query language: what was typed, and what was chosen as filters.
    func question(_ values: FacetValues) -> Question {
        var question = Question.parse(text)
        for facet in Facet.allCases {
            for value in narrowest(in: facet, values) { question.add(.filter(facet, value)) }
        }
        return question
    }

    /// Without what stands above another chosen value: who chose Puglia and then Bari wants Bari.
    func narrowest(in facet: Facet, _ values: FacetValues) -> [String] {
        let chosen = chosen[facet] ?? []
        return chosen.filter { value in
            !chosen.contains { $0 != value && values.row(of: [$0], in: facet).contains(value) }
        }
    }

    var request: SearchRequest {
        var request = SearchRequest(limit: Self.pageSize, offset: (page - 1) * Self.pageSize, sort: sort)
        request.wantsOffers = page == 1
        if page > 1 { request.documents = 0 }
        return request
    }
}

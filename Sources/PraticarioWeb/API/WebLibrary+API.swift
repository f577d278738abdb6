import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// The JSON API: the outputs of the commands, at addresses. `APIDescription` documents it.
extension WebLibrary {
    @Sendable func apiSearch(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = request.fields
        let limit = try Self.number("limit", fields, in: 0...100) ?? 20
        let offset = try Self.number("offset", fields, in: 0...1_000_000) ?? 0
        var wanted = SearchRequest(limit: limit, offset: offset, sort: try Self.order(fields))
        wanted.wantsOffers = offset == 0
        wanted.facets = try Self.facets(fields)
        let (asked, state) = (wanted, SearchState(fields))
        return try await share(request, context) {
            let (text, total) = try await read(context) { snapshot in
                let results = try snapshot.search(state.question(snapshot.values), asked)
                return (JSONText.of(SearchOutput(results, snapshot.values, offset: offset)), results.total)
            }
            var response = JSONResponse.of(text: text)
            if let link = HTTPFieldNames.link, limit > 0 {
                response.headers[link] = Self.links(fields, offset: offset, limit: limit, total: total)
            }
            return response
        }.answering(request)
    }

    /// Those that are named, between commas; all where none are asked for.
    ///
    /// - Throws: `WebProblem.badValue`.
    private static func facets(_ fields: FormFields) throws -> Set<Facet> {
        guard let named = fields.whole("facets") else { return Set(Facet.allCases) }
        return Set(
            try named.split(separator: ",").map { name in
                guard let facet = Facet(rawValue: String(name)) else { throw WebProblem.badValue(name: "facets") }
                return facet
            })
    }

    /// - Throws: `WebProblem.badValue`.
    private static func number(_ name: String, _ fields: FormFields, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = fields[name] else { return nil }
        guard let number = Int(text), range.contains(number) else { throw WebProblem.badValue(name: name) }
        return number
    }

    private static func order(_ fields: FormFields) throws -> ResultOrder? {
        guard let text = fields["sort"] else { return nil }
        guard let order = ResultOrder(rawValue: text) ?? ResultOrder(named: text) else {
            throw WebProblem.badValue(name: "sort")
        }
        return order
    }

    /// Where the pages beside this one are (RFC 8288).
    private static func links(_ fields: FormFields, offset: Int, limit: Int, total: Int) -> String? {
        func address(_ offset: Int) -> String {
            var other = FormFields(fields.fields.filter { $0.name != "offset" })
            other.append("offset", String(offset))
            return "</api/v1/search?\(other.encoded)>"
        }
        var links: [String] = []
        if offset > 0 { links.append(address(max(0, offset - limit)) + "; rel=\"prev\"") }
        if offset + limit < total { links.append(address(offset + limit) + "; rel=\"next\"") }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }

    @Sendable func apiSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let output = try await read(context) { snapshot in
            guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
            return EntryOutput(entry, snapshot.values, try snapshot.uses(of: id))
        }
        return JSONResponse.of(output).answering(request)
    }

    @Sendable func apiSimilar(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let limit = try Self.number("limit", request.fields, in: 1...50) ?? 5
        let output = try await read(context) { snapshot in
            guard try snapshot.entry(id) != nil else { throw WebProblem.notFound }
            return SimilarOutput(try snapshot.similar(to: id, limit: limit), snapshot.values)
        }
        return JSONResponse.of(output).answering(request)
    }

    @Sendable func apiCollections(_ request: Request, _ context: WebContext) async throws -> Response {
        JSONResponse.of(try await read(context) { CollectionsOutput($0.collections()) }).answering(request)
    }

    @Sendable func apiCollection(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        let output = try await read(context) { snapshot in
            let collection = try snapshot.existingCollection(id)
            return CollectionOutput(collection, try snapshot.contents(of: collection))
        }
        return JSONResponse.of(output).answering(request)
    }

    @Sendable func apiCommunities(_ request: Request, _ context: WebContext) async throws -> Response {
        JSONResponse.of(try await read(context) { CommunitiesOutput(try $0.communities(), $0.values) })
            .answering(request)
    }

    @Sendable func apiCommunity(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = context.part("id")
        return JSONResponse.of(try await read(context) { CommunityOutput(try $0.existingCommunity(id), $0.values) })
            .answering(request)
    }

    @Sendable func apiThemes(_ request: Request, _ context: WebContext) async throws -> Response {
        try await concepts(.theme, request, context) { $0.themes }
    }

    @Sendable func apiTargetGroups(_ request: Request, _ context: WebContext) async throws -> Response {
        try await concepts(.targetGroup, request, context) { $0.targetGroups }
    }

    private func concepts(
        _ facet: Facet, _ request: Request, _ context: WebContext,
        _ scheme: @escaping @Sendable (Vocabularies) -> ConceptScheme
    ) async throws -> Response {
        let output = try await read(context) { snapshot in
            ConceptsOutput(scheme(snapshot.vocabularies), try snapshot.counts(of: facet), below: [])
        }
        return JSONResponse.of(output).answering(request)
    }

    @Sendable func apiSuggestions(_ request: Request, _ context: WebContext) async throws -> Response {
        let typed = request.fields["q"] ?? ""
        return JSONResponse.of(
            try await read(context) { snapshot in
                let completions = try completions.value(snapshot.edition) { try Completions(snapshot) }
                return try SuggestionsOutput(typed, snapshot, completions, context.language)
            })
    }

    /// The data set for portals of open data, DCAT-AP_IT.
    @Sendable func apiCatalog(_ request: Request, _ context: WebContext) async throws -> Response {
        let base = base(for: context.viewer)
        let text = try await exports.through {
            try await Background.run {
                var text = ""
                try base.export(.search(""), as: .dcat, to: &text, language: context.language)
                return text
            }
        }
        return Response.text(text, "text/turtle; charset=utf-8").answering(request)
    }

    @Sendable func apiDescription(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.text(APIDescription.json, "application/json").answering(request)
    }

    /// Whether the knowledge base answers.
    @Sendable func health(_ request: Request, _ context: WebContext) async throws -> Response {
        let sheets = try await read(context) { try $0.search("", .counts(of: [])).total }
        return JSONResponse.of(Health(status: "ok", sheets: sheets))
    }

    private struct Health: Encodable {
        let status: String
        let sheets: Int
    }
}

import Hummingbird

/// What is answered, a line each.
extension WebLibrary {
    var router: Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.add(middleware: RequestLog(isOn: options.logsRequests))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ReaderLanguage())
        router.add(middleware: ProblemPages(library: self))
        router.add(middleware: HostGuard(names: options.names))
        router.add(middleware: OwnerGuard(visitors: options.visitors))

        router.get("/", use: home)
        router.get("cerca", use: search)
        router.get("cerca/scarica/:format", use: downloadSearch)
        router.get("novita.atom", use: feed)
        router.get("schede/:id", use: sheet)
        router.get("schede/:id/scarica/:format", use: downloadSheet)
        router.get("raccolte", use: collections)
        router.get("raccolte/:id", use: collection)
        router.get("raccolte/:id/scarica/:format", use: downloadCollection)
        router.get("temi", use: themes)
        router.get("territori", use: territories)
        router.get("comunita", use: communities)
        router.get("comunita/:id", use: community)
        router.get("lingua/:code", use: language)

        router.get("stile.css", use: style)
        router.get("pagine.js", use: script)
        router.get("logo", use: logo)

        let api = router.group("api/v1")
        api.get("search", use: apiSearch)
        api.get("sheets/:id", use: apiSheet)
        api.get("sheets/:id/similar", use: apiSimilar)
        api.get("collections", use: apiCollections)
        api.get("collections/:id", use: apiCollection)
        api.get("communities", use: apiCommunities)
        api.get("communities/:id", use: apiCommunity)
        api.get("themes", use: apiThemes)
        api.get("target-groups", use: apiTargetGroups)
        api.get("suggestions", use: apiSuggestions)
        api.get("catalog.ttl", use: apiCatalog)
        api.get("openapi.json", use: apiDescription)
        api.get("health", use: health)
        return router
    }
}

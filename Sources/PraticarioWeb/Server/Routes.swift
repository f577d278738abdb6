import Hummingbird

/// What is answered, a line each.
extension WebLibrary {
    var router: Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(isOn: options.logsRequests))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ReaderLanguage())
        router.add(middleware: SessionGuard(access: access))
        router.add(middleware: PrivateByDefault())
        router.add(middleware: ProblemPages(library: self))
        router.add(middleware: HostGuard(names: options.names))
        router.add(middleware: DoorGuard(access: access))
        router.add(middleware: FormGuard(access: access))
        for route in routes {
            router.on(RouterPath(route.path), method: route.method, use: route.responder(access))
        }
        return router
    }

    var routes: [WebRoute] { reading + files + door + writing + publishing + taking + curating + api }

    private var reading: [WebRoute] {
        [
            .get("/", home),
            .get("/cerca", search),
            .get("/cerca/scarica/:format", downloadSearch),
            .get("/novita.atom", feed),
            .get("/schede/:id", sheet),
            .get("/schede/:id/scarica/:format", downloadSheet),
            .get("/schede/:id/file/:name", attachedFile),
            .get("/raccolte", collections),
            .get("/raccolte/:id", collection),
            .get("/raccolte/:id/scarica/:format", downloadCollection),
            .get("/temi", themes),
            .get("/territori", territories),
            .get("/comunita", for: .reader, communities),
            .get("/comunita/incontri.ics", for: .reader, calendar),
            .get("/comunita/:id", for: .reader, community),
            .get("/comunita/:id/incontri.ics", for: .reader, communityCalendar),
            .get("/comunita/:id/verbale/:number/:format", for: .reader, downloadMinutes),
            .get("/rapporto/:format", for: .reader, downloadReport),
            .get("/lingua/:code", language),
        ]
    }

    private var files: [WebRoute] {
        [.get("/stile.css", style), .get("/pagine.js", script), .get("/logo", logo)]
    }

    private var door: [WebRoute] {
        [
            .get("/entra", door),
            WebRoute(method: .post, path: "/entra", role: nil, answer: enter),
            .post("/esci", for: .reader, leave),
            .get("/io", for: .reader, account),
            .post("/io/password", for: .reader, changePassword),
            .get("/schede/:id/dimentica", for: .owner, forgetForm),
            .post("/schede/:id/dimentica", for: .owner, forgetSheet),
            .get("/persone", for: .owner, people),
            .post("/persone", for: .owner, changePeople),
        ]
    }

    private var writing: [WebRoute] {
        [
            .get("/scrivi", for: .member, write),
            .get("/scrivi/nuova", for: .member, newSheet),
            .post("/scrivi/nuova", for: .member, saveNewSheet),
            .get("/schede/:id/modifica", for: .member, editSheet),
            .post("/schede/:id/modifica", for: .member, saveSheet),
            .get("/schede/:id/allegati", for: .member, attachedFiles),
            .post("/schede/:id/allegati/immagine", for: .member, addPicture),
            .post("/schede/:id/allegati/documento", for: .member, addPaper),
            .post("/schede/:id/allegati/cambia", for: .member, describeFile),
            .post("/schede/:id/allegati/togli", for: .member, removeFile),
            .post("/bozze/:name", for: .member, keepDraft),
            .post("/bozze/:name/butta", for: .member, discardDraft),
            .get("/proposte/:name", for: .member, proposal),
            .post("/proposte/:name", for: .editor, decideProposal),
            .post("/proposte/:name/ritira", for: .member, withdrawProposal),
        ]
    }

    private var publishing: [WebRoute] {
        [
            .get("/schede/:id/stato", for: .editor, state),
            .post("/schede/:id/stato/pubblica", for: .editor, publish),
            .post("/schede/:id/stato/ritira", for: .editor, withdraw),
            .post("/schede/:id/stato/archivia", for: .editor, archive),
            .post("/schede/:id/stato/rinomina", for: .editor, renameSheet),
            .post("/schede/:id/stato/elimina", for: .editor, deleteSheet),
            .get("/revisione", for: .member, review),
            .post("/revisione/pubblica", for: .editor, publishChosen),
            .get("/schede/:id/storia", for: .editor, sheetHistory),
            .post("/schede/:id/storia", for: .editor, restoreSheet),
            .get(UnmetPage.address, for: .editor, unmetQuestions),
            .post(UnmetPage.address, for: .editor, keepUnmetQuestions),
            .get("/modifiche", for: .editor, changes),
            .post("/modifiche/annulla", for: .editor, undo),
        ]
    }

    private var curating: [WebRoute] {
        [
            .get("/scrivi/raccolta", for: .editor, newCollection),
            .post("/scrivi/raccolta", for: .editor, makeCollection),
            .get("/raccolte/:id/cura", for: .editor, curate),
            .post("/raccolte/:id/cura", for: .editor, curateCollection),
            .post("/schede/:id/raccolta", for: .editor, collectSheet),
            .get("/comunita/:id/scrivi", for: .editor, writeCommunity),
            .post("/comunita/:id/scrivi", for: .editor, logCommunity),
            .get("/comunita/:id/scrivi/:list/:name", for: .editor, communityItem),
            .post("/comunita/:id/scrivi/:list/:name", for: .editor, saveCommunityItem),
            .post("/comunita/:id/scrivi/:list/:name/togli", for: .editor, removeCommunityItem),
            .get("/comunita/:id/questionario", for: .editor, survey),
            .post("/comunita/:id/questionario", for: .editor, takeSurvey),
            .get("/comunita/:id/dati", for: .editor, communityData),
            .post("/comunita/:id/dati", for: .editor, saveCommunityData),
            .get("/scrivi/comunita", for: .editor, newCommunity),
            .post("/scrivi/comunita", for: .editor, makeCommunity),
            .get("/programma", for: .editor, programme),
            .post("/programma", for: .editor, saveProgramme),
        ]
    }

    private var taking: [WebRoute] {
        [
            .get("/importa", for: .editor, importStart),
            .post("/importa", for: .editor, importSend),
            .get("/importa/:token", for: .editor, importPlan),
            .post("/importa/:token", for: .editor, importTake),
            .get("/importa/:token/righe/:row", for: .editor, importRow),
            .post("/importa/:token/righe/:row", for: .editor, importSaveRow),
            .get("/importa/:token/da-correggere", for: .editor, importCorrections),
        ]
    }

    private var api: [WebRoute] {
        [
            .get("/api/v1/search", apiSearch),
            .get("/api/v1/sheets/:id", apiSheet),
            .get("/api/v1/sheets/:id/similar", apiSimilar),
            .get("/api/v1/collections", apiCollections),
            .get("/api/v1/collections/:id", apiCollection),
            .get("/api/v1/communities", for: .reader, apiCommunities),
            .get("/api/v1/communities/:id", for: .reader, apiCommunity),
            .get("/api/v1/sheets/:id/content", for: .member, apiContent),
            .post("/api/v1/sheets", for: .member, apiNewSheet),
            .patch("/api/v1/sheets/:id/content", for: .member, apiChangeSheet),
            .post("/api/v1/sheets/:id/publication", for: .editor, apiPublication),
            .delete("/api/v1/sheets/:id", for: .editor, apiDeleteSheet),
            .get("/api/v1/themes", apiThemes),
            .get("/api/v1/target-groups", apiTargetGroups),
            .get("/api/v1/suggestions", apiSuggestions),
            .get("/api/v1/catalog.ttl", apiCatalog),
            .get("/api/v1/openapi.json", apiDescription),
            .get("/api/v1/health", health),
        ]
    }
}

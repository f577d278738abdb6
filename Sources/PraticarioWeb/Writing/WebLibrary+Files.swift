import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioSearch
import PraticarioSystem

/// Pictures and papers of sheets: shown, given away, put beside a sheet, taken away.
extension WebLibrary {
    /// Whoever may read the sheet gets what it names, and nothing else.
    @Sendable func attachedFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, name) = (context.part("id"), context.part("name"))
        let found = try await read(context) { snapshot -> (AttachedFile, [UInt8])? in
            guard let entry = try snapshot.entry(id) else { return nil }
            let files = SheetFiles(snapshot.folder)
            if entry.pictures.contains(where: { $0.file == name }),
                let picture = files.read(name, as: .picture, of: entry.origin)
            {
                return picture
            }
            guard entry.attachments.contains(where: { $0.file == name }) else { return nil }
            return files.read(name, as: .paper, of: entry.origin)
        }
        guard let (file, bytes) = found else { throw WebProblem.notFound }
        var response = Response.bytes(bytes, file.kind.mediaType)
        response.headers[.contentDisposition] =
            (file.kind.use == .picture ? "inline" : "attachment") + "; " + Self.fileName(name)
        // Another visitor may see less, and the sheet may be taken back.
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.vary] = "Cookie"
        return response.answering(request)
    }

    /// RFC 6266: for old programs without what is not ASCII.
    private static func fileName(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "_"
        }
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumericsOfASCII) ?? ""
        return "filename=\"\(String(plain))\"; filename*=UTF-8''\(encoded)"
    }

    // MARK: Changing them

    @Sendable func attachedFiles(_ request: Request, _ context: WebContext) async throws -> Response {
        try await filesPage(FormFields(), problem: nil, request, context)
    }

    private func filesPage(
        _ fields: FormFields, sent: SentPicture? = nil, problem: LocalizedText?, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        let (id, viewer, done) = (context.part("id"), context.viewer, request.fields["fatto"])
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
            try SheetSaving.demandRight(of: viewer, on: entry)
            return FilesPage(
                entry, in: snapshot.folder, fields, sent: sent, problem: problem, done: done, context.language)
        }
    }

    /// The picture is made ready first, and comes back with the form whatever is wrong with the rest, or where it is only to
    /// be looked at.
    @Sendable func addPicture(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, id) = (context.form, context.part("id"))
        try await demandRight(on: id, context)
        var sent = SentPicture(form.fields)
        if let file = form.files["file"], !file.bytes.isEmpty {
            do {
                let bytes = try await pictures.through {
                    try await KnowledgeBase.ready(file.bytes, called: file.name, as: .picture)
                }
                sent = SentPicture(bytes, called: file.name)
            } catch let problem as any ExplainedError where !(problem is WebProblem) {
                let told = Self.told(problem, context.language)
                return try await filesPage(form.fields, sent: sent, problem: told, request, context)
            }
        }
        guard let picture = sent else {
            return try await filesPage(form.fields, problem: WebProblem.nothingSent.message, request, context)
        }
        if form.fields["azione"] == "guarda" {
            return try await filesPage(form.fields, sent: picture, problem: nil, request, context)
        }
        let said = ["description": "descrizione", "credit": "credito"].compactMapValues { form.fields[$0] }
        return try await changeFiles(
            request, context, as: "allega «\(picture.name)» a «\(id)»", done: "allegato", sent: picture
        ) { base in
            try base.attach(picture.bytes, called: picture.name, as: .picture, saying: said, to: id)
        }
    }

    @Sendable func addPaper(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, id) = (context.form, context.part("id"))
        guard let file = form.files["file"], !file.bytes.isEmpty else {
            return try await filesPage(form.fields, problem: WebProblem.nothingSent.message, request, context)
        }
        let said = ["title": "titolo"].compactMapValues { form.fields[$0] }
        return try await changeFiles(request, context, as: "allega «\(file.name)» a «\(id)»", done: "allegato") {
            base in
            try base.attach(file.bytes, called: file.name, as: .paper, saying: said, to: id)
        }
    }

    @Sendable func describeFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let (fields, id) = (context.form.fields, context.part("id"))
        let name = fields.whole("file") ?? ""
        guard let use = fields["uso"].flatMap(AttachedUse.init(rawValue:)) else {
            throw WebProblem.badValue(name: "uso")
        }
        let names = use == .picture ? ["description": "testo", "credit": "di"] : ["title": "testo"]
        let said = names.compactMapValues { fields[$0] }
        return try await changeFiles(request, context, as: "descrive «\(name)» di «\(id)»", done: "salvata") {
            base in
            try base.describe(name, as: use, saying: said, of: id)
        }
    }

    @Sendable func removeFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let (fields, id) = (context.form.fields, context.part("id"))
        let name = fields.whole("file") ?? ""
        guard let use = fields["uso"].flatMap(AttachedUse.init(rawValue:)) else {
            throw WebProblem.badValue(name: "uso")
        }
        return try await changeFiles(request, context, as: "toglie «\(name)» da «\(id)»", done: "staccato") { base in
            try base.detach(name, as: use, from: id)
        }
    }

    /// Does something to the files of a sheet, or says on their page why not.
    ///
    /// - Parameter sent: the picture that it is done with.
    private func changeFiles(
        _ request: Request, _ context: WebContext, as command: String, done: String, sent: SentPicture? = nil,
        _ work: @escaping @Sendable (KnowledgeBase) throws -> Void
    ) async throws -> Response {
        let id = context.part("id")
        try await demandRight(on: id, context)
        do {
            try await write(context, as: command) { base in
                var attempt = 1
                while true {
                    do {
                        return try work(base)
                    } catch EditProblem.changedMeanwhile where attempt < 3 {
                        attempt += 1
                        try base.refresh()
                    }
                }
            }
        } catch let problem as any ExplainedError where !(problem is WebProblem) {
            if case SheetEditProblem.unknown = problem { throw WebProblem.notFound }
            return try await filesPage(context.form.fields, sent: sent, problem: problem.message, request, context)
        }
        return .redirect(to: FilesPage.address(of: id) + "?fatto=\(done)")
    }

    private func demandRight(on id: String, _ context: WebContext) async throws {
        let (viewer, whole) = (context.viewer, whole)
        try await Background.run {
            guard let entry = try whole.entry(id) else { throw WebProblem.notFound }
            try SheetSaving.demandRight(of: viewer, on: entry)
        }
    }

    private static func told(_ problem: any ExplainedError, _ language: Language) -> LocalizedText {
        guard let program = problem as? ProgramProblem else { return problem.message }
        return program.message(for: language.say("le immagini", "taking pictures"))
    }
}

extension CharacterSet {
    /// What stands for itself in a value of RFC 8187.
    fileprivate static let alphanumericsOfASCII = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

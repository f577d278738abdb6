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
        _ fields: FormFields, problem: LocalizedText?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (id, viewer, done) = (context.part("id"), context.viewer, request.fields["fatto"])
        return try await respond(request, context, status: problem == nil ? .ok : .unprocessableContent) { snapshot in
            guard let entry = try snapshot.entry(id) else { throw WebProblem.notFound }
            try SheetSaving.demandRight(of: viewer, on: entry)
            return FilesPage(entry, in: snapshot.folder, fields, problem: problem, done: done, context.language)
        }
    }

    @Sendable func addPicture(_ request: Request, _ context: WebContext) async throws -> Response {
        try await add(.picture, ["description": "descrizione", "credit": "credito"], request, context)
    }

    @Sendable func addPaper(_ request: Request, _ context: WebContext) async throws -> Response {
        try await add(.paper, ["title": "titolo"], request, context)
    }

    private func add(
        _ use: AttachedUse, _ names: [String: String], _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (form, id) = (context.form, context.part("id"))
        guard let file = form.files["file"], !file.bytes.isEmpty else {
            return try await filesPage(form.fields, problem: WebProblem.nothingSent.message, request, context)
        }
        let said = names.compactMapValues { form.fields[$0] }
        return try await changeFiles(
            request, context, as: "allega «\(file.name)» a «\(id)»", done: "allegato",
            prepare: {
                try await pictures.through { try await KnowledgeBase.ready(file.bytes, called: file.name, as: use) }
            },
            { base, bytes in
                try base.attach(bytes, called: file.name, as: use, saying: said, to: id)
            })
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
            base, _ in
            try base.describe(name, as: use, saying: said, of: id)
        }
    }

    @Sendable func removeFile(_ request: Request, _ context: WebContext) async throws -> Response {
        let (fields, id) = (context.form.fields, context.part("id"))
        let name = fields.whole("file") ?? ""
        guard let use = fields["uso"].flatMap(AttachedUse.init(rawValue:)) else {
            throw WebProblem.badValue(name: "uso")
        }
        return try await changeFiles(request, context, as: "toglie «\(name)» da «\(id)»", done: "staccato") { base, _ in
            try base.detach(name, as: use, from: id)
        }
    }

    /// Does something to the files of a sheet, or says on their page why not.
    ///
    /// - Parameter prepare: makes the bytes that it is done with, once it is known that who asks may do it.
    private func changeFiles(
        _ request: Request, _ context: WebContext, as command: String, done: String,
        prepare: @Sendable () async throws -> [UInt8] = { [] },
        _ work: @escaping @Sendable (KnowledgeBase, [UInt8]) throws -> Void
    ) async throws -> Response {
        let (id, viewer, whole) = (context.part("id"), context.viewer, whole)
        do {
            try await Background.run {
                guard let entry = try whole.entry(id) else { throw WebProblem.notFound }
                try SheetSaving.demandRight(of: viewer, on: entry)
            }
            let bytes = try await prepare()
            try await write(context, as: command) { base in
                var attempt = 1
                while true {
                    do {
                        return try work(base, bytes)
                    } catch EditProblem.changedMeanwhile where attempt < 3 {
                        attempt += 1
                        try base.refresh()
                    }
                }
            }
        } catch let problem as ProgramProblem {
            return try await filesPage(
                context.form.fields,
                problem: problem.message(for: context.language.say("le immagini", "taking pictures")),
                request, context)
        } catch let problem as any ExplainedError where !(problem is WebProblem) {
            if case SheetEditProblem.unknown = problem { throw WebProblem.notFound }
            return try await filesPage(context.form.fields, problem: problem.message, request, context)
        }
        return .redirect(to: FilesPage.address(of: id) + "?fatto=\(done)")
    }
}

extension CharacterSet {
    /// What stands for itself in a value of RFC 8187.
    fileprivate static let alphanumericsOfASCII = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

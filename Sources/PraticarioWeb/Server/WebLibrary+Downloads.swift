import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// Sheets to take away, in the formats of `praticario export`.
extension WebLibrary {
    @Sendable func downloadSearch(_ request: Request, _ context: WebContext) async throws -> Response {
        let format = try DownloadFormat.named(context.part("format"))
        let state = SearchState(request.fields)
        let question = state.question(base(for: context.viewer).values)
        var asked = question
        asked.sort = state.sort ?? question.sort
        return try await download(.search(asked.text), format, stem: "schede", context)
    }

    @Sendable func downloadCollection(_ request: Request, _ context: WebContext) async throws -> Response {
        let format = try DownloadFormat.named(context.part("format"))
        let id = context.part("id")
        let collection = try await read(context) { try $0.existingCollection(id) }
        return try await download(.collection(collection), format, stem: id, context)
    }

    @Sendable func downloadSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let format = try DownloadFormat.named(context.part("format"), among: DownloadFormat.ofOne)
        let id = context.part("id")
        guard let entry = try await read(context, { try $0.entry(id) }) else { throw WebProblem.notFound }
        let base = base(for: context.viewer)
        let edition = base.edition(for: format.format.audience, language: context.language)
        return try await written(format.format.fileName(id), format.type) { path in
            try await Choice(title: entry.title, entries: [entry]).write(
                as: format.format, to: path, for: edition, from: base.folder)
        }
    }

    private func download(
        _ source: KnowledgeBase.ExportSource, _ format: DownloadFormat, stem: String, _ context: WebContext
    ) async throws -> Response {
        let base = base(for: context.viewer)
        return try await written(format.fileName(stem), format.type) { path in
            try await base.export(
                source, as: format.format, to: path, includingDrafts: context.viewer.seesEverything,
                language: context.language)
        }
    }

    /// The file that is written, as a download; it does not stay.
    func written(
        _ name: String, _ type: String, _ write: @Sendable (_ path: String) async throws -> Void
    ) async throws -> Response {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // What is open goes on being read.
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: name)
        try await exports.through { try await write(path.path()) }
        var response = Response(status: .ok, headers: [.contentType: type], body: try Self.body(path))
        // The names are ours or slugs: letters, digits, hyphens and dots.
        let safe = String(
            name.unicodeScalars.filter {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-.".unicodeScalars.contains($0))
            })
        response.headers[.contentDisposition] = "attachment; filename=\"\(safe)\""
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// A file piece by piece, so that a whole site takes no more memory than a sheet.
    private static func body(_ path: URL) throws -> ResponseBody {
        let file = try FileHandle(forReadingFrom: path)
        let size = try file.seekToEnd()
        try file.seek(toOffset: 0)
        return ResponseBody(contentLength: Int(size)) { writer in
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import Praticario
import PraticarioCorpus
import PraticarioSystem

/// What programs may change: with a key, whose role says what.
extension WebLibrary {
    /// What is sent of a sheet: what is not named stays.
    private struct SentSheet: Decodable, Sendable {
        var fields: [String: SentJSON]?
        var sections: [SheetContentOutput.Section]?

        /// - Returns: the parts that are named.
        /// - Throws: `WebProblem.badValue`.
        func put(into content: inout SheetContent) throws -> [SheetContent.Part] {
            var parts: [SheetContent.Part] = []
            for (key, value) in (fields ?? [:]).sorted(by: { $0.key < $1.key }) {
                guard let field = FieldName(rawValue: key), !SheetFormFields.apart.contains(field) else {
                    throw WebProblem.badValue(name: key)
                }
                content[.field(field)] = try value.value(field.row.shape, key)
                parts.append(.field(field))
            }
            var seen: [String: Int] = [:]
            for section in sections ?? [] {
                let before = seen[section.title, default: 0]
                seen[section.title] = before + 1
                content[.section(section.title, before)] = .text(section.text)
                parts.append(.section(section.title, before))
            }
            return parts
        }
    }

    private struct SentPublication: Decodable, Sendable {
        let publication: String
        var by: String?
        var date: String?
        var licence: String?
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ context: WebContext) throws -> Value {
        guard let value = try? JSONDecoder().decode(type, from: Data(context.body)) else {
            throw WebProblem.badValue(name: "body")
        }
        return value
    }

    @Sendable func apiContent(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, whole) = (context.part("id"), whole)
        let content = try await Background.run { try Self.told { try whole.content(of: id) } }
        var response = JSONResponse.of(SheetContentOutput(id, content))
        response.headers[.eTag] = SheetContentOutput.tag(content)
        return response.answering(request)
    }

    @Sendable func apiNewSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let sent = try Self.decoded(SentSheet.self, context)
        var content = SheetContent()
        _ = try sent.put(into: &content)
        let (made, drafts, proposals) = (content, drafts(context), ProposalStore(whole.folder))
        let output = try await write(context, as: "scheda nuova «\(content.text(.title))»") { base in
            try Self.told {
                let saving = SheetSaving(base: base, drafts: drafts, proposals: proposals, viewer: context.viewer)
                let trial = try base.trying(new: saving.completed(made))
                guard trial.entry != nil else { throw WebProblem.notASheet }
                return SheetWrittenOutput(try base.write(trial), trial.problems.map(\.diagnostic))
            }
        }
        var response = JSONResponse.of(output, status: .created)
        response.headers[.location] = "/api/v1/sheets/\(output.id)"
        return response
    }

    @Sendable func apiChangeSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, tags) = (context.part("id"), request.headers[.ifMatch])
        guard let tags else { throw WebProblem.noTag }
        let sent = try Self.decoded(SentSheet.self, context)
        let (viewer, whole) = (context.viewer, whole)
        let isToPropose = try await Background.run { SheetSaving.isToPropose(by: viewer, on: try whole.entry(id)) }
        if isToPropose { return try await apiPropose(sent, on: id, tags, context) }
        let (output, tag) = try await write(context, as: "modifica la scheda «\(id)»") { base in
            try Self.told {
                let before = try base.content(of: id)
                try SheetSaving.demandRight(of: context.viewer, on: try base.entry(id))
                guard Self.isNamed(before, by: tags) else { throw WebProblem.otherTag }
                var content = before
                let sentParts = try sent.put(into: &content).filter { content[$0] != before[$0] }
                let (changed, parts) = SheetSaving.dated(content, sentParts, of: try base.entry(id), from: before)
                let trial = try base.trying(parts, of: changed, on: id)
                guard trial.base == before else { throw WebProblem.otherTag }
                let entry = try SheetSaving.demandSound(trial)
                if !parts.isEmpty { try base.write(trial) }
                return (
                    SheetWrittenOutput(entry, trial.problems.map(\.diagnostic)),
                    SheetContentOutput.tag(try base.content(of: id))
                )
            }
        }
        var response = JSONResponse.of(output)
        response.headers[.eTag] = tag
        return response
    }

    /// Whoever may only propose changes nothing of what is out: an editor decides.
    private func apiPropose(
        _ sent: SentSheet, on id: String, _ tags: String, _ context: WebContext
    ) async throws -> Response {
        let (drafts, proposals) = (drafts(context), ProposalStore(whole.folder))
        let (name, output, unchanged) = try await write(context, as: "propone una modifica di «\(id)»") { base in
            try Self.told {
                try Self.demand(tags, of: id, in: base)
                let saving = SheetSaving(base: base, drafts: drafts, proposals: proposals, viewer: context.viewer)
                let (name, trial) = try saving.proposing(on: id) { _ = try sent.put(into: &$0) }
                guard let entry = trial.entry else { throw WebProblem.notASheet }
                let problems = trial.problems.map(\.diagnostic)
                return (
                    name, name.map { ChangeProposedOutput(entry, $0, problems) }, SheetWrittenOutput(entry, problems)
                )
            }
        }
        guard let name, let output else { return JSONResponse.of(unchanged) }
        var response = JSONResponse.of(output, status: .accepted)
        response.headers[.location] = ProposalPage.address(of: name)
        return response
    }

    @Sendable func apiPublication(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, tags) = (context.part("id"), request.headers[.ifMatch])
        let sent = try Self.decoded(SentPublication.self, context)
        guard let publication = Publication(rawValue: sent.publication) else {
            throw WebProblem.badValue(name: "publication")
        }
        let date = try sent.date.map { text in
            guard let date = PartialDate(text) else { throw WebProblem.badDate(text) }
            return date
        }
        let output = try await write(context, as: "\(publication.label.it): «\(id)»") { base in
            try Self.told {
                try Self.demand(tags, of: id, in: base)
                let sheets =
                    publication == .published
                    ? try base.publish([id], by: sent.by, on: date ?? .today, licence: sent.licence)
                    : try base.setPublication(publication, of: [id])
                return SheetWrittenOutput(sheets[0])
            }
        }
        return JSONResponse.of(output)
    }

    @Sendable func apiDeleteSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, tags) = (context.part("id"), request.headers[.ifMatch])
        guard let reason = request.fields["reason"] else { throw WebProblem.noReason }
        let why = reason.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300)
        try await write(context, as: "elimina (\(why)) «\(id)»") { base in
            _ = try Self.told {
                try Self.demand(tags, of: id, in: base)
                return try base.delete([id])
            }
        }
        return Response(status: .noContent)
    }

    /// Who sends a tag wants the sheet as it was read.
    private static func demand(_ tags: String?, of id: String, in base: KnowledgeBase) throws {
        guard let tags, !isNamed(try base.content(of: id), by: tags) else { return }
        throw WebProblem.otherTag
    }

    private static func isNamed(_ content: SheetContent, by tags: String) -> Bool {
        tags.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .contains(SheetContentOutput.tag(content))
    }

    /// What the library has against it, with the status that says so to a program.
    private static func told<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch SheetEditProblem.unknown {
            throw WebProblem.notFound
        } catch EditProblem.changedMeanwhile {
            throw WebProblem.otherTag
        } catch let problem as SheetEditProblem {
            throw WebProblem.refused(problem.message)
        }
    }
}

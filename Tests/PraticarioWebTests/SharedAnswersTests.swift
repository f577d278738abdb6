import Foundation
import Hummingbird
import PraticarioSystem
@testable import PraticarioWeb
import Synchronization
import TestSupport
import Testing

/// What is made once for many.
@Suite struct SharedAnswersTests {
    private final class Maker: Sendable {
        private let count = Mutex(0)
        var made: Int { count.withLock { $0 } }

        func make(_ status: HTTPResponse.Status = .ok, bytes: Int = 3) -> Response {
            count.withLock { $0 += 1 }
            return Response.bytes([UInt8](repeating: 65, count: bytes), "text/plain", status: status)
        }
    }

    private func question(
        _ address: String = "/cerca?q=orto", _ language: Language = .italian, _ edition: String = "1"
    ) -> SharedAnswers.Question {
        SharedAnswers.Question(address: address, language: language, edition: edition)
    }

    @Test func `the same is made once, in each language and of each edition`() async throws {
        let (answers, maker) = (SharedAnswers(for: 600), Maker())
        for _ in 0..<3 { _ = try await answers.answer(question()) { maker.make() } }
        #expect(maker.made == 1)
        _ = try await answers.answer(question("/cerca?q=orti")) { maker.make() }
        _ = try await answers.answer(question("/cerca?q=orto", .english)) { maker.make() }
        _ = try await answers.answer(question("/cerca?q=orto", .italian, "2")) { maker.make() }
        #expect(maker.made == 4)
        answers.clear()
        _ = try await answers.answer(question()) { maker.make() }
        #expect(maker.made == 5)
    }

    @Test func `nothing outlives its time`() async throws {
        let (answers, maker) = (SharedAnswers(for: 0), Maker())
        for _ in 0..<3 { _ = try await answers.answer(question()) { maker.make() } }
        #expect(maker.made == 3)
    }

    @Test func `what went wrong, or takes all the room, is made anew`() async throws {
        let (answers, maker) = (SharedAnswers(for: 600), Maker())
        for _ in 0..<2 { _ = try await answers.answer(question()) { maker.make(.notFound) } }
        #expect(maker.made == 2)
        for _ in 0..<2 {
            _ = try await answers.answer(question("/grande")) { maker.make(bytes: SharedAnswers.room + 1) }
        }
        #expect(maker.made == 4)
    }

    @Test func `what was begun before a change is not kept after it`() async throws {
        let (answers, maker) = (SharedAnswers(for: 600), Maker())
        _ = try await answers.answer(question()) {
            answers.clear()
            return maker.make()
        }
        _ = try await answers.answer(question()) { maker.make() }
        #expect(maker.made == 2)
    }

    @Test func `whoever only asks for the head gets that of the page`() async throws {
        let base = try TemporaryBase()
        try await RunningServer.with(base) { client in
            for path in ["/", "/cerca?q=orto", "/api/v1/health", "/stile.css"] {
                let (whole, head) = (try await client.get(path), try await client.get(path, method: "HEAD"))
                #expect(head.status == 200 && head.body.isEmpty, "\(path)")
                #expect(head.headers["etag"] == whole.headers["etag"])
                #expect(head.headers["content-length"] == String(whole.body.count))
            }
        }
    }

    @Test func `a program says which facets it wants counted`() async throws {
        let base = try TemporaryBase()
        try base.write(
            "---\ntitolo: Orto\ntipo: idea\nterritori: Bari\ntemi: sport\npubblicazione: pubblicata\n---\n",
            to: "schede/orto.md")
        try await RunningServer.with(base) { client in
            for (fields, wanted) in [("", 9), ("&facets=", 0), ("&facets=kind,theme", 2)] {
                let answer = try await client.get("/api/v1/search?q=orto\(fields)")
                let json = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
                #expect((json?["facets"] as? [String: Any])?.count == wanted, "\(fields)")
                #expect(json?["total"] as? Int == 1)
            }
            let wrong = try await client.get("/api/v1/search?q=orto&facets=kind,boh")
            #expect(wrong.status == 400)
        }
    }
}

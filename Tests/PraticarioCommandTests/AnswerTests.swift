import Foundation
import PraticarioCorpus
import TestSupport
import Testing

/// What the numbers of an answer mean, counted again from its hits.
@Suite struct AnswerTests {
    private func search(_ question: String, _ arguments: String...) throws -> [String: Any] {
        try SharedBase.complete.json(["search", question] + arguments)
    }

    private func hits(_ answer: [String: Any]) throws -> [[String: Any]] {
        try #require(answer["hits"] as? [[String: Any]])
    }

    private func ids(_ arguments: String...) throws -> [String] {
        let result = try SharedBase.complete.run(["search", "--format", "ids"] + arguments)
        return result.text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["", "sport foggia", "orto sociale", "anziano puglia", "tema:anziani orto", "ragazzi roma scuola"])
    func `totals and counts are those of the hits`(question: String) throws {
        let answer = try search(question, "--limit", "1000")
        let hits = try hits(answer)
        func count(_ key: String) -> Int { hits.count { $0[key] as? Bool == true } }
        #expect(answer["total"] as? Int == hits.count)
        #expect(answer["total_with_all_words"] as? Int == count("has_all_words"))
        #expect(answer["total_in_place"] as? Int == count("in_place"))
        let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
        let kinds = try #require(facets["kind"])
        #expect(kinds.count == Set(hits.compactMap { $0["kind"] as? String }).count)
        for kind in kinds {
            let own = hits.filter { $0["kind"] as? String == kind["key"] as? String }
            #expect(kind["count"] as? Int == own.count)
            #expect(kind["count_with_all_words"] as? Int == own.count { $0["has_all_words"] as? Bool == true })
        }
        for values in facets.values {
            let counts = values.compactMap { $0["count"] as? Int }
            #expect(counts == counts.sorted(by: >))
        }
    }

    @Test func `sheets from a place that is named come before the others, and say so`() throws {
        let hits = try hits(search("orto roma", "--limit", "100"))
        let inPlace = hits.map { $0["in_place"] as? Bool == true }
        #expect(inPlace.contains(true) && inPlace.contains(false))
        #expect(
            hits.filter { $0["in_place"] as? Bool == true }.compactMap { $0["id"] as? String } == ["vicini-di-casa"])
    }

    @Test func `around a poor answer stand comuni of as many residents in the same part of Italy`() throws {
        let base = SharedBase("Tests/PraticarioCommandTests/Fixtures/completo")
        let register = base.knowledgeBase.appending(path: "vocabolari/territori.tsv")
        var lines = try String(contentsOf: register, encoding: .utf8)
        lines += "18\tCalabria\t\tregion\t4\t\t\t\t\t\t\t\n078\tCosenza\t\tprovince\t18\tCS\t\t\t\t\t\t\n"
        // Lecce has 94,000.
        for (code, name, residents) in [
            ("078001", "Simile", 47_000), ("078002", "Piccola", 46_000), ("078003", "Grande", 189_000),
        ] {
            lines += "\(code)\t\(name)\t\tmunicipality\t078\tCS\t\t\t\t\t\(residents)\t\n"
            try Data("---\ntitolo: Radio \(name)\ntipo: idea\ntemi: [scuola]\nterritori: [\(name)]\n---\n".utf8)
                .write(to: base.knowledgeBase.appending(path: "schede/radio-\(name.lowercased()).md"))
        }
        try Data(lines.utf8).write(to: register)
        let offered = try #require(
            base.json(["search", "tema:scuola territorio:lecce"])["offered"] as? [[String: Any]])
        let alike = try #require(
            offered.first { (($0["label"] as? [String: String])?["it"] ?? "").contains("come Lecce") })
        let hits = try #require(alike["hits"] as? [[String: Any]])
        #expect(hits.compactMap { $0["id"] as? String } == ["radio-simile"])
    }

    @Test func `the parts of an explanation add up to the score`() throws {
        for hit in try hits(search("anziano \"orto sociale\" rag*", "--explain")) {
            let parts = try #require(hit["explanation"] as? [[String: Any]])
            let sum = parts.reduce(0) { $0 + ($1["value"] as? Double ?? 0) }
            #expect(abs(sum - (hit["score"] as? Double ?? -1)) < 1e-9)
        }
        #expect(try hits(search("anziano")).allSatisfy { $0["explanation"] == nil })
    }

    @Test(arguments: [(0, 3), (2, 3), (9, 5), (11, 5), (0, 1), (4, 0)])
    func `limit and offset cut the same list`(offset: Int, limit: Int) throws {
        let all = try ids("--limit", "1000")
        #expect(all.count == 11)
        let some = try ids("--limit", String(limit), "--offset", String(offset))
        #expect(some == Array(all.dropFirst(offset).prefix(limit)))
        let answer = try search("", "--limit", String(limit), "--offset", String(offset))
        #expect(answer["offset"] as? Int == offset && answer["total"] as? Int == 11)
    }

    @Test func `by date the newest comes first, what has none last`() throws {
        let ids = try ids("--sort", "date", "--limit", "100")
        let dates = try ids.map { id in
            (try SharedBase.complete.json(["show", id])["entry"] as? [String: Any])?["updated"] as? String ?? ""
        }
        #expect(dates == dates.sorted(by: >) && dates.first == "2026-03-01" && dates.last == "")
    }

    @Test func `a sheet is overdue from the day after the one it says`() throws {
        try Program.withinOneDay {
            let base = try TemporaryBase()
            let day = try #require(Calendar(identifier: .gregorian).dateInterval(of: .day, for: Date())?.start)
            for (name, offset) in [("ieri", -1), ("oggi", 0), ("domani", 1)] {
                let date = try #require(Calendar(identifier: .gregorian).date(byAdding: .day, value: offset, to: day))
                let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
                let text = try #require(PartialDate(year: parts.year ?? 0, month: parts.month, day: parts.day)).iso8601
                try base.write(
                    "---\ntitolo: \(name)\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\nda_rivedere_entro: \(text)\n---\n",
                    to: "schede/\(name).md")
            }
            let folder = URL(filePath: base.folder.root)
            let review = try Program.run(["review", "--format", "json"], in: folder).json()
            let overdue = try #require(review["overdue"] as? [[String: Any]])
            #expect(overdue.compactMap { $0["id"] as? String } == ["ieri"])
            let check = try Program.run(["check", "--format", "json"], in: folder).json()
            let problems = try #require(check["problems"] as? [[String: Any]])
            #expect(problems.compactMap { $0["path"] as? String } == ["schede/ieri.md"])
            #expect(problems.compactMap { $0["code"] as? String } == ["review-overdue"])
        }
    }

    @Test func `line and column of a problem lead to what it speaks of`() throws {
        let check = try SharedBase.complete.run(["check", "--format", "json"]).json()
        let problems = try #require(check["problems"] as? [[String: Any]])
        var pointed: [String] = []
        for problem in problems where problem["cell"] == nil {
            let path = try #require(problem["path"] as? String)
            let text = try String(contentsOf: SharedBase.complete.knowledgeBase.appending(path: path), encoding: .utf8)
            let line = text.split(separator: "\n", omittingEmptySubsequences: false)[(problem["line"] as? Int ?? 0) - 1]
            let rest = line.unicodeScalars.dropFirst((problem["column"] as? Int ?? 0) - 1)
            pointed.append(String(Substring(rest)))
        }
        #expect(pointed == ["caffe]", "Rmoa]", "2020", "colore: blu", "sport-e-carcere", "2020-06-01"])
        let cell = try #require(problems.first { $0["cell"] as? Bool == true && $0["column"] as? Int != 0 })
        #expect(cell["line"] as? Int == 4 && cell["column"] as? Int == 4)
    }
}

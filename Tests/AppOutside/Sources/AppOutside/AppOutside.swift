import Foundation
import LookalikeUI
import Praticario
import PraticarioCorpus
import PraticarioIntake
import PraticarioPublishing
import PraticarioSearch
import PraticarioSystem

/// An app outside the package: it does with the library what apps do, and ends with status 1 where that is not so.
@main struct AppOutside {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "app-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try KnowledgeBase.create(at: folder, title: "Buone pratiche della rete")
        let sheet = """
            ---
            titolo: L'orto dei nonni
            tipo: soluzione
            pubblicazione: pubblicata
            temi: [orti sociali, solitudine degli anziani]
            territori: [provincia di Foggia]
            ---
            Anziani e ragazzi coltivano insieme.
            """
        try Data(sheet.utf8).write(to: URL(filePath: folder + "/schede/orto-dei-nonni.md"))
        let base = try KnowledgeBase.open(folder)
        try search(base)
        try await takeAway(base, to: folder)
        try curate(base)
        try await takeIn(base, from: folder)
        try await meetProblems(base, in: folder)
        print("L'app ha fatto tutto. / The app did everything.")
    }

    static func search(_ base: KnowledgeBase) throws {
        let byTerritory: SearchResults = try base.search("territorio:puglia")
        let byTheme = try base.search("tema:anziani tipo:soluzione")
        expect(byTerritory.hits.map(\.head.id) == ["orto-dei-nonni"], "a search by territory")
        expect(byTheme.total == 1 && byTheme.hits.first?.head.kind == .solution, "a search by theme")
        let screen = ResultsScreen(results: byTheme).screen
        expect(screen.contains("L'orto dei nonni") && screen.contains("071 1"), "what the screen shows: \(screen)")
        let entry: Entry? = try base.entry("orto-dei-nonni")
        let copy = try JSONDecoder().decode(Entry?.self, from: JSONEncoder().encode(entry))
        expect(entry != nil && copy == entry, "a sheet goes through JSON")
    }

    static func takeAway(_ base: KnowledgeBase, to folder: String) async throws {
        let path = folder + "/anziani.csv"
        let report = try await base.export(.search("tema:anziani"), as: .csv, to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        expect(report.sheets == 1 && report.leftOut.isEmpty && text.contains("L'orto dei nonni"), "a table for Excel")
    }

    static func curate(_ base: KnowledgeBase) throws {
        try base.newCollection("Per gli anziani", curator: "La rete")
        try base.add(["orto-dei-nonni"], to: "per-gli-anziani", note: "Da qui si comincia.")
        let collection: CuratedCollection = try base.existingCollection("per-gli-anziani")
        expect(collection.entries.map(\.note) == ["Da qui si comincia."], "a collection is filled")
        try base.remove(["orto-dei-nonni"], from: "per-gli-anziani")
        expect(base.collection("per-gli-anziani")?.entries.isEmpty == true, "a collection is emptied")
    }

    static func takeIn(_ base: KnowledgeBase, from folder: String) async throws {
        let file = folder + "/risposte.csv"
        try Data("titolo;temi;territori\nBanca del tempo;anziani;Foggia\n".utf8).write(to: URL(filePath: file))
        let report = try await base.importSpreadsheet(
            file, KnowledgeBase.ImportOptions(kind: .experience), correctionsFolder: folder)
        expect(report.table == "tabelle/risposte.csv", "the table that takes the rows in: \(report.table)")
        try expect(base.search("banca del tempo").total == 1, "a row that was taken in is found")
    }

    static func meetProblems(_ base: KnowledgeBase, in folder: String) async throws {
        await expectProblem(KnowledgeBaseProblem.notFound("/nessun/archivio")) {
            _ = try KnowledgeBase.open("/nessun/archivio")
        }
        await expectProblem(CollectionProblem.unknownSheet("orto-dei-noni", nearest: "orto-dei-nonni")) {
            try base.add(["orto-dei-noni"], to: "per-gli-anziani")
        }
        await expectProblem(ExportProblem.ownFolder(folder + "/schede/x.csv")) {
            try await base.export(.search(""), as: .csv, to: folder + "/schede/x.csv")
        }
        await expectProblem(FileProblem(path: folder + "/manca/x.csv", reason: "No such file or directory")) {
            try await base.export(.search(""), as: .csv, to: folder + "/manca/x.csv")
        }
    }

    // MARK: What is expected

    static func expect(_ isSo: @autoclosure () throws -> Bool, _ what: String) rethrows {
        guard try !isSo() else { return }
        print("non è così / not so: \(what)")
        exit(1)
    }

    static func expectProblem<Problem: ExplainedError & Equatable>(
        _ expected: Problem, _ work: () async throws -> Void
    ) async {
        do {
            try await work()
            expect(false, "this was to fail: \(expected)")
        } catch let problem as any ExplainedError {
            print(problem)
            expect(ProblemScreen(problem: problem).screen.contains("\(problem)"), "a screen that shows an error")
            expect(problem as? Problem == expected, "\(problem) where \(expected) was expected")
            expect(!"\(problem)".isEmpty && problem.localizedDescription == "\(problem)", "what an error says")
        } catch {
            expect(false, "an error that explains nothing: \(error)")
        }
    }
}

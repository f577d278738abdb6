import Foundation
import Praticario
import PraticarioPublishing
import PraticarioSystem
import Testing

/// Every error of the library, and what it says.
@Suite struct ProblemTests {
    private static let all: [any ExplainedError] = {
        var all: [any ExplainedError] = [FileProblem(path: "orto.md", reason: "No such file or directory")]
        all += chain(next(after:) as (ProgramProblem?) -> ProgramProblem?)
        all += chain(next(after:) as (KnowledgeBaseProblem?) -> KnowledgeBaseProblem?)
        all += chain(next(after:) as (CollectionProblem?) -> CollectionProblem?)
        all += chain(next(after:) as (ExportProblem?) -> ExportProblem?)
        all += chain(next(after:) as (EditProblem?) -> EditProblem?)
        all += chain(next(after:) as (SheetEditProblem?) -> SheetEditProblem?)
        return all
    }()

    @Test(arguments: all.indices)
    func `an error is a sentence in two languages, without a full stop`(index: Int) {
        let problem = Self.all[index]
        let message = problem.message
        #expect(message.it != message.en)
        for language in Language.allCases {
            let sentence = message[language]
            #expect(sentence.count >= 20 && sentence.last != ".", "\(sentence)")
            #expect(!sentence.contains("--"), "an app has no such option: \(sentence)")
        }
        #expect(Set([message.it, message.en]).contains(problem.description))
        #expect(problem.localizedDescription == problem.description)
    }

    @Test func `no two errors say the same`() {
        #expect(Set(Self.all.map(\.message)).count == Self.all.count)
    }

    @Test func `a sentence names what it is about`() {
        #expect(FileProblem(path: "orto.md", reason: "No space").message.en.contains("orto.md: failed (No space)"))
        #expect(CollectionProblem.unknown("spotr", known: ["carcere", "sport"]).message.it.contains("«sport»"))
        #expect(
            ProgramProblem.missing(name: "pandoc", package: "pandoc-bin").message.it.contains("apt install pandoc-bin"))
    }

    @Test(arguments: [
        ([:], Language.italian),
        (["LANG": "en_GB.UTF-8"], .english),
        (["LANG": "it_IT.UTF-8"], .italian),
        (["LANG": "C"], .italian),
        (["LANG": "it_IT.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], .english),
        (["LANG": "en_GB.UTF-8", "LC_MESSAGES": "it_IT.UTF-8"], .italian),
        (["LC_MESSAGES": "it_IT.UTF-8", "LC_ALL": "en"], .english),
        (["LANG": "en_GB.UTF-8", "LC_ALL": ""], .english),
        (["LANGUAGE": "en"], .italian),
    ])
    func `a process speaks English where its locale does, else Italian`(
        environment: [String: String], language: Language
    ) {
        #expect(Language(environment: environment) == language)
    }

    // MARK: All cases; the compiler demands that a new one follows some other

    private static func chain<Problem>(_ next: (Problem?) -> Problem?) -> [Problem] {
        var all: [Problem] = []
        while let problem = next(all.last) { all.append(problem) }
        return all
    }

    private static func next(after problem: ProgramProblem?) -> ProgramProblem? {
        switch problem {
        case nil: .missing(name: "pandoc", package: "pandoc")
        case .missing: .failed(name: "pandoc", said: "unknown option")
        case .failed: nil
        }
    }

    private static func next(after problem: KnowledgeBaseProblem?) -> KnowledgeBaseProblem? {
        switch problem {
        case nil: .notFound("archivio")
        case .notFound(_?): .notFound(nil)
        case .notFound(nil): .title
        case .title: nil
        }
    }

    private static func next(after problem: CollectionProblem?) -> CollectionProblem? {
        switch problem {
        case nil: .unknown("spotr", known: ["sport"])
        case .unknown(_, known: ["sport"]): .unknown("spotr", known: [])
        case .unknown: .unreadable("raccolte/sport.md")
        case .unreadable: .unknownSheet("otro", nearest: "orto")
        case .unknownSheet(_, nearest: _?): .unknownSheet("otro", nearest: nil)
        case .unknownSheet(_, nearest: nil): .notAnEntry("orto")
        case .notAnEntry: .encoding("raccolte/sport.md")
        case .encoding: .unclear("raccolte/sport.md")
        case .unclear: .exists("raccolte/sport.md")
        case .exists: .noHeading("Prima")
        case .noHeading: .noSearch("tema:sport")
        case .noSearch: .notALetter
        case .notALetter: .noName
        case .noName: nil
        }
    }

    private static func next(after problem: ExportProblem?) -> ExportProblem? {
        switch problem {
        case nil: .ownFolder("schede/x.csv")
        case .ownFolder: .occupied("sito")
        case .occupied: .inUse("pacco")
        case .inUse: .noDocument(program: "pandoc")
        case .noDocument: .inseparable("orto", path: "raccolte/sport.md")
        case .inseparable: .nothingToPublish([.unpublished: 3, .noLicence: 1])
        case .nothingToPublish(let reasons) where !reasons.isEmpty: .nothingToPublish([:])
        case .nothingToPublish: nil
        }
    }

    private static func next(after problem: EditProblem?) -> EditProblem? {
        switch problem {
        case nil: .nothingToUndo
        case .nothingToUndo: .changedSince(["schede/orto.md"], command: "praticario publish orto")
        case .changedSince: .changedMeanwhile("schede/orto.md")
        case .changedMeanwhile: nil
        }
    }

    private static func next(after problem: SheetEditProblem?) -> SheetEditProblem? {
        switch problem {
        case nil: .unknown("otro", nearest: "orto")
        case .unknown(_, nearest: _?): .unknown("otro", nearest: nil)
        case .unknown(_, nearest: nil): .noPermission("orto")
        case .noPermission: .incomplete("orto", first: LocalizedText(it: "manca `temi`", en: "`themes` is missing"))
        case .incomplete: .unclear("schede/orto.md")
        case .unclear: .encoding("schede/orto.md")
        case .encoding: .taken("orto")
        case .taken: .proposed
        case .proposed: .malformedID("Orto!", instead: "orto")
        case .malformedID(_, instead: _?): .malformedID("!", instead: nil)
        case .malformedID(_, instead: nil): nil
        }
    }
}

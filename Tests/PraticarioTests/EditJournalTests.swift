import Foundation
import Praticario
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Whatever a command changes can be put back.
@Suite struct EditJournalTests {
    private let base: TemporaryBase
    private let journal: EditJournal

    init() throws {
        base = try TemporaryBase()
        journal = EditJournal(base.folder)
        try base.write("uno\r\n", to: "schede/a.md")
        try base.write("due", to: "schede/b.md")
    }

    private func text(_ path: String) -> String? {
        (try? Files.read(base.folder.path(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    private func change(_ path: String, to text: String?) throws -> FileChange {
        try FileChange(path, to: text.map { Array($0.utf8) }, in: base.folder)
    }

    @Test func `what was changed, made and removed together is put back byte for byte`() throws {
        try EditJournal.$command.withValue("praticario prova") {
            try journal.carryOut([
                change("schede/a.md", to: "nuovo"), change("schede/b.md", to: nil),
                change("schede/nuova/c.md", to: "tre"),
            ])
        }
        #expect(text("schede/a.md") == "nuovo" && text("schede/b.md") == nil && text("schede/nuova/c.md") == "tre")
        let edit = try journal.undo()
        #expect(edit.command == "praticario prova")
        #expect(edit.files.map(\.path) == ["schede/a.md", "schede/b.md", "schede/nuova/c.md"])
        #expect(text("schede/a.md") == "uno\r\n" && text("schede/b.md") == "due" && text("schede/nuova/c.md") == nil)
        #expect(throws: EditProblem.nothingToUndo) { try journal.undo() }
    }

    @Test func `edits are undone one after the other, the last first`() throws {
        for text in ["1", "2", "3"] { try journal.carryOut([change("schede/a.md", to: text)]) }
        #expect(journal.edits().count == 3)
        for expected in ["2", "1", "uno\r\n"] {
            try journal.undo()
            #expect(text("schede/a.md") == expected)
        }
    }

    @Test func `a file that was changed since is named, and no file is touched`() throws {
        try journal.carryOut([change("schede/a.md", to: "x"), change("schede/b.md", to: "y")])
        try base.write("di una persona", to: "schede/b.md")
        #expect(throws: EditProblem.changedSince(["schede/b.md"], command: "")) { try journal.undo() }
        #expect(text("schede/a.md") == "x" && text("schede/b.md") == "di una persona")
        base.remove("schede/b.md")
        #expect(throws: EditProblem.changedSince(["schede/b.md"], command: "")) { try journal.undo() }
    }

    @Test func `what another program changed meanwhile is not overwritten`() throws {
        let change = try change("schede/a.md", to: "nuovo")
        try base.write("di un altro", to: "schede/a.md")
        #expect(throws: EditProblem.changedMeanwhile("schede/a.md")) { try journal.carryOut([change]) }
        #expect(text("schede/a.md") == "di un altro" && journal.edits().isEmpty)
    }

    @Test func `where one file cannot be written, none is changed`() throws {
        // A folder cannot go where a file stands.
        let impossible = FileChange("schede/b.md/c.md", from: nil, to: [0])
        #expect(throws: FileProblem.self) { try journal.carryOut([change("schede/a.md", to: "x"), impossible]) }
        #expect(text("schede/a.md") == "uno\r\n" && text("schede/b.md") == "due" && journal.edits().isEmpty)
    }

    @Test func `an edit that was broken off can be undone`() throws {
        try journal.carryOut([change("schede/a.md", to: "x"), change("schede/b.md", to: "y")])
        try base.write("due", to: "schede/b.md")
        try journal.undo()
        #expect(text("schede/a.md") == "uno\r\n" && text("schede/b.md") == "due")
    }

    @Test func `only so many edits are kept`() throws {
        for number in 1...520 { try journal.carryOut([change("schede/a.md", to: "\(number)")]) }
        #expect(journal.edits().count == 500 && journal.edits(last: 3).count == 3)
        try journal.undo()
        #expect(text("schede/a.md") == "519")
    }

    @Test func `what nobody changes makes no edit, and an edit that leads out of the folder is none`() throws {
        try journal.carryOut([change("schede/a.md", to: "uno\r\n")])
        #expect(journal.edits().isEmpty)
        try journal.carryOut([change("schede/a.md", to: "x")])
        let record = base.folder.path(".praticario/annulla/000001/modifica.json")
        let foreign = String(decoding: try Files.read(record), as: UTF8.self)
            .replacing("schede/a.md", with: "../fuori.md")
        try Files.write(Array(foreign.utf8), to: record)
        #expect(throws: EditProblem.nothingToUndo) { try journal.undo() }
    }

    @Test func `nobody else may read what is kept`() throws {
        try journal.carryOut([change("schede/a.md", to: "x")])
        let place = base.folder.path(".praticario/annulla")
        let attributes = try FileManager.default.attributesOfItem(atPath: place)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }
}

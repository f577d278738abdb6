import Foundation
import PraticarioSystem
import TestSupport
import Testing

@testable import PraticarioCorpus

/// Files as flat bytes, and folders gone through without an object for each file.
@Suite struct FileListTests {
    private static func file(_ path: String, size: Int64 = 1) -> ContentFiles.File {
        ContentFiles.File(path: path, stamp: Files.Stamp(size: size, modified: 2, changed: 3, inode: 4))
    }

    private static func list(_ files: [(String, Int64)]) -> FileList { FileList(files.map { file($0.0, size: $0.1) }) }

    @Test func `files are in the order of the bytes of their paths, whatever folders and files are called alike`()
        throws
    {
        let base = try TemporaryBase()
        let paths = [
            "a.md", "a/b.md", "a-b.md", "a/b/c.md", "a b.md", "A.md", "a.b/z.md", "a0/x.md", "è.md", "e/y.MD",
            "zz/~bozza.md",
        ]
        for path in paths { try base.write("# Titolo\n", to: "schede/" + path) }
        for path in ["leggimi.md", "a/README.md", "~$a.md", "a/b/c.md~", ".nascosto.md"] {
            try base.write("", to: "schede/" + path)
        }
        let found = ContentFiles(in: base.folder)
        #expect(
            found.files.map(\.path)
                == paths.map { "schede/" + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for file in found.files { #expect(file.stamp == Files.stamp(base.folder.path(file.path))) }
        #expect(found.diagnostics.isEmpty)
    }

    @Test func `what is no sheet is told and stops nothing`() throws {
        let base = try TemporaryBase()
        try base.write("# Orto\n", to: "schede/orto.md")
        let outside = base.folder.path("schede/fuori.md")
        try FileManager.default.createSymbolicLink(atPath: outside, withDestinationPath: "/nulla/davvero")
        let found = ContentFiles(in: base.folder)
        #expect(found.files.map(\.path) == ["schede/orto.md"])
        #expect(found.diagnostics.contains { $0.path == "schede/fuori.md" && $0.code == .unexpectedFile })
    }

    @Test(
        arguments: [
            ([("a", 1), ("b", 1)], [("a", 1), ("b", 1)], [], []),
            ([("a", 1), ("b", 2)], [("a", 1), ("b", 1)], ["b"], []),
            ([("a", 1), ("ab", 1), ("b", 1)], [("a", 1), ("b", 1)], ["ab"], []),
            ([("b", 1)], [("a", 1), ("b", 1), ("c", 1)], [], ["a", "c"]),
            ([("a", 1), ("c", 1)], [("b", 1)], ["a", "c"], ["b"]),
            ([], [("a", 1)], [], ["a"]), ([("a", 1)], [], ["a"], []),
        ] as [([(String, Int64)], [(String, Int64)], [String], [String])])
    func `two lists differ by what is new, what has another stamp, and what is gone`(
        now: [(String, Int64)], before: [(String, Int64)], changed: [String], removed: [String]
    ) {
        let differences = Self.list(now).differences(from: Self.list(before), limit: .max)
        #expect(differences.changed.map(\.path) == changed)
        #expect(differences.removed == removed)
        let first = Self.list(now).differences(from: Self.list(before), limit: 1)
        #expect(first.count == min(1, changed.count + removed.count))
    }

    @Test func `a list is read back from its bytes, and no other bytes are one`() throws {
        let list = Self.list([("schede/a.md", 7), ("schede/è.md", 8)])
        #expect(FileList(bytes: list.bytes) == list)
        #expect(list.files(at: ["schede/è.md", "schede/x.md"]).map(\.stamp.size) == [8])
        for count in 1..<list.bytes.count where FileList(bytes: Array(list.bytes.prefix(count))) != nil {
            // What ends between two files is a shorter list.
            #expect(count == list.bytes.count / 2 || FileList(bytes: Array(list.bytes.prefix(count)))?.files.count == 1)
        }
        #expect(FileList(bytes: [0xFF, 0xFF, 0xFF, 0xFF, 0]) == nil)
        #expect(FileList(bytes: [1, 0, 0]) == nil)
    }
}

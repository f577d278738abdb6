import Foundation
import PraticarioCorpus
import PraticarioSystem
import TestSupport
import Testing

/// Pictures and papers beside sheets.
@Suite struct SheetFilesTests {
    private static let origin = Origin(path: "schede/orto.md")
    private static let today = PartialDate("2026-11-24")!

    private static func judged(_ name: String, _ bytes: [UInt8], as use: AttachedUse) -> AttachedFault? {
        if case .failure(let fault) = SheetFiles.judge(name, name, ByteSource(bytes), as: use) { fault } else { nil }
    }

    @Test(arguments: [
        ("foto.jpg", SampleFiles.jpeg(), AttachedUse.picture, nil),
        ("FOTO.JPEG", SampleFiles.jpeg(), .picture, nil),
        ("foto.png", SampleFiles.png(width: 3, height: 2), .picture, nil),
        ("foto.webp", SampleFiles.webp, .picture, nil),
        ("atto.pdf", SampleFiles.pdf, .paper, nil),
        ("atto.odt", SampleFiles.odt, .paper, nil),
        ("atto.docx", SampleFiles.docx(), .paper, nil),
        ("atto.docx", SampleFiles.docx(macros: true), .paper, AttachedFault.otherKind(nil)),
        ("foto.jpg", SampleFiles.pdf, .picture, .otherKind(.pdf)),
        ("atto.pdf", SampleFiles.jpeg(), .paper, .otherKind(.jpeg)),
        ("foto.png", SampleFiles.jpeg(), .picture, .otherEnding(.jpeg)),
        ("foto", SampleFiles.jpeg(), .picture, .otherEnding(.jpeg)),
        (
            "disegno.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".utf8), .picture,
            .otherKind(nil)
        ),
        ("foto.jpg", SampleFiles.jpeg(exif: true), .picture, .tellsMore),
        ("foto.jpg", Array(SampleFiles.jpeg().prefix(12)), .picture, .broken),
        ("foto.png", SampleFiles.png(width: 30_000, height: 30_000), .picture, .tooManyPoints(30_000, 30_000)),
        ("foto.jpg", [], .picture, .otherKind(nil)),
        (
            "foto.jpg", SampleFiles.jpeg() + [UInt8](repeating: 0, count: 10 << 20), .picture,
            .tooLarge((10 << 20) + SampleFiles.jpeg().count)
        ),
    ])
    func `content tells what a file is, and the name must say the same`(
        name: String, bytes: [UInt8], use: AttachedUse, fault: AttachedFault?
    ) {
        #expect(Self.judged(name, bytes, as: use) == fault)
    }

    @Test(arguments: [
        ("foto.jpg", true), ("Foto della festa (2).jpg", true), ("città 🌻.pdf", true), ("", false), ("..", false),
        (".nascosto.jpg", false),
        ("../foto.jpg", false), ("a/b.jpg", false), ("a\\b.jpg", false), ("C:foto.jpg", false), ("a\nb.jpg", false),
        ("foto\u{202E}gpj.exe", false), (String(repeating: "a", count: 201), false),
    ])
    func `a name is that of a file in the folder itself`(name: String, isName: Bool) {
        #expect(SheetFiles.isName(name) == isName)
    }

    private static func sheet(_ fields: String) -> String {
        "---\ntitolo: Orto\ntipo: idea\ntemi: [sport]\nterritori: [Roma]\n\(fields)\n---\n"
    }

    private func problems(_ base: TemporaryBase) -> [String] {
        Corpus.load(base.folder, today: Self.today).diagnostics.map { "\($0.path ?? "") \($0.code.rawValue)" }
    }

    @Test func `files are looked for beside the sheet and beside the table, and strangers are told`() throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("immagini: [{file: a.png, descrizione: Un orto}]"), to: "schede/lazio/orto.md")
        try base.write(SampleFiles.png(width: 2, height: 2), to: "schede/lazio/orto/a.png")
        try base.write(
            "Titolo,Tipo,Temi,Territori,Documenti allegati\nCampo,idea,sport,Roma,atto.pdf\n", to: "tabelle/t.csv")
        try base.write(
            "colonne: {Titolo: titolo, Tipo: tipo, Temi: temi, Territori: territori, Documenti allegati: allegati}\n",
            to: "tabelle/t.yaml")
        try base.write(SampleFiles.pdf, to: "tabelle/t/atto.pdf")
        #expect(problems(base) == [])
        try base.write(SampleFiles.pdf, to: "schede/lazio/orto/b.pdf")
        try base.write(SampleFiles.pdf, to: "schede/lazio/altro/b.pdf")
        base.remove("tabelle/t/atto.pdf")
        #expect(
            problems(base) == [
                "schede/lazio/altro/b.pdf unexpected-file", "schede/lazio/orto/b.pdf unexpected-file",
                "tabelle/t.csv missing-file",
            ])
    }

    @Test func `a link leads nowhere`() throws {
        let base = try TemporaryBase()
        try base.write(Self.sheet("allegati: [atto.pdf]"), to: "schede/orto.md")
        try base.write(SampleFiles.pdf, to: "fuori.pdf")
        try Files.makeFolder(base.folder.path("schede/orto"))
        try FileManager.default.createSymbolicLink(
            atPath: base.folder.path("schede/orto/atto.pdf"), withDestinationPath: base.folder.path("fuori.pdf"))
        #expect(problems(base) == ["schede/orto.md missing-file"])
        #expect(SheetFiles(base.folder).read("atto.pdf", as: .paper, of: Self.origin) == nil)
        try base.write(SampleFiles.pdf, to: "altrove/atto.pdf")
        try FileManager.default.removeItem(atPath: base.folder.path("schede/orto"))
        try FileManager.default.createSymbolicLink(
            atPath: base.folder.path("schede/orto"), withDestinationPath: base.folder.path("altrove"))
        #expect(SheetFiles(base.folder).read("atto.pdf", as: .paper, of: Self.origin) == nil)
    }

    @Test func `a picture needs its description`() throws {
        let parsed = ParsedFile(
            Array(Self.sheet("immagini: [foto.jpg]").utf8), path: "schede/orto.md", SmallWorld.vocabularies)
        #expect(parsed.diagnostics.map(\.code) == [.missingField])
        #expect(parsed.diagnostics[0].message.it.contains("descrizione"))
        #expect(parsed.sheets[0].pictures == [])
    }
}

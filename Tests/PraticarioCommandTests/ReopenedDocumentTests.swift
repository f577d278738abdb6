import Foundation
import Praticario
import PraticarioCorpus
import Testing
import PraticarioPublishing

/// The Python that has `Scripts/documents/requirements.txt`; `make test` makes it.
private let checkingPython = ProcessInfo.processInfo.environment["PRATICARIO_PYTHON"]

/// Documents opened again by programs that are not ours: what these show is what the sheets say.
@Suite struct ReopenedDocumentTests {
    private let base = HostileBase.shared
    private let contents: Contents

    init() throws {
        let json = try base.files(of: HostileExport("raccolta.json", "json"))["raccolta.json"] ?? []
        contents = try JSONDecoder().decode(Contents.self, from: Data(json))
    }

    @Test(arguments: ["docx", "odt", "epub"])
    func `a document shows every title, every note and every text`(format: String) throws {
        let path = try exported(format)
        // The reader of pandoc 2.17 passes over the sections of an OpenDocument text.
        let pandoc = ["pandoc", "--to=plain", "--wrap=none", path]
        let text = try format == "odt" ? Reopened(path).text : Self.run(pandoc).text
        expect(contents.sheets, in: text)
        for label in ["Tipo", "Territori", "Chi la fa", "Schede", "Indice per tema", "Indice per territorio"] {
            #expect(text.contains(label), "\(label)")
        }
    }

    @Test(arguments: ["docx", "odt", "epub"])
    func `a document is well-formed and every link within it leads somewhere`(format: String) throws {
        let document = try Reopened(exported(format))
        #expect(document.malformed == [])
        #expect(document.links > 10)
        #expect(document.dangling == [])
    }

    /// They are made where the locale knows no accents.
    @Test(arguments: ["docx", "odt", "epub"])
    func `the title of a document is whole in whatever locale the program runs`(format: String) throws {
        let document = try Reopened(exported(format))
        #expect(Self.collapsed(document.title) == Self.collapsed(contents.collection.title))
    }

    @Test func `a spreadsheet shows every title, every note and every text`() throws {
        let csv = try Self.run(["xlsx2csv", exported("xlsx")]).text
        // Of a text as long as the first sheet's, xlsx2csv keeps only the end.
        let sheets = contents.sheets.filter { $0.sections.allSatisfy { $0.text.utf8.count < 5_000 } }
        #expect(sheets.count == contents.sheets.count - 1)
        expect(sheets, in: csv.replacing("\"\"", with: "\""))
    }

    @Test func `a booklet shows every title, every note and every text`() throws {
        let text = try Self.run(["pdftotext", exported("pdf"), "-"]).text
        // What is hyphenated is one word, and what is as wide as a page is broken anywhere.
        let shown = Set(Self.words(text.replacing("\u{2010}\n", with: "")))
        for passage in contents.passages(of: contents.sheets) + contents.sheets.map(\.title) {
            let words = Self.words(Self.withoutReversed(passage)).filter { word in
                word.count < 40 && word.unicodeScalars.allSatisfy { $0.value < 0x250 }
            }
            let missing = Set(words).subtracting(shown)
            #expect(missing.isEmpty, "\(missing.sorted()) of \(passage.prefix(60))")
        }
        #expect(!text.contains("SEGRETISSIMO") && !text.contains("BOZZISSIMA"))
    }

    @Test(arguments: ["docx", "odt"])
    func `the contents of a document have the number of a page for every sheet`(format: String) throws {
        let document = try Reopened(exported(format))
        #expect(document.pageNumbers.count >= contents.sheets.count)
        #expect(document.pageNumbers.allSatisfy { (Int($0) ?? 0) > 0 }, "\(document.pageNumbers)")
    }

    @Test func `a spreadsheet prints lying down, as wide as a page, with its headings on every one`() throws {
        let document = try Reopened(exported("xlsx"))
        #expect(document.landscapes > 1 && document.landscapes == document.fittedWidths)
        #expect(document.repeatedRows == document.landscapes - 1, "all but the one that says what the others are")
    }

    /// The page before a chapter that begins one is the last of its part.
    @Test func `no page of a booklet is nearly empty within a part`() throws {
        let text = try Self.run(["pdftotext", exported("pdf"), "-"]).text
        let pages = text.split(separator: "\u{0C}").map(String.init)
        #expect(pages.count > 5)
        // The cover may be longer than a page.
        let first = try #require(pages.firstIndex { $0.contains(#/(?m)^Indice$/#) })
        for (number, page) in pages.enumerated().dropLast() where number >= first {
            let lines = page.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
            let isLastOfPart = pages[number + 1].contains("Indice per ")
            #expect(isLastOfPart || lines.count > 5, "page \(number + 1): \(page.prefix(200))")
        }
    }

    @Test func `a booklet is tagged for screen readers`() throws {
        let facts = try Self.run(["pdfinfo", exported("pdf")]).text
        #expect(facts.contains(#/Tagged:\s+yes/#), "\(facts)")
    }

    @Test(.enabled(if: checkingPython != nil, "PRATICARIO_PYTHON is not set: make test sets it"))
    func `third-party programs accept the documents`() throws {
        let folder = try TemporaryFolders.make()
        for export in HostileExport.all {
            for (name, bytes) in try base.files(of: export) {
                let file = folder.appending(path: (export.isFolder ? export.name + "/" : "") + name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
        }
        for base in [ReportBase.example, .threeByFour] {
            let report = folder.appending(path: "rapporto-\(base.rawValue).html")
            let result = try base.shared.run(["report", "--format", "html", "--output", report.path()])
            #expect(result.status == 0, "\(result.text)")
        }
        let script = Program.repository.appending(path: "Scripts/documents/check_documents.py").path()
        let python = try #require(checkingPython)
        let result = try Self.run([python, script, folder.path()], withErrors: true)
        #expect(result.status == 0, "\(result.text)")
    }

    // MARK: What documents should show

    /// What the export to JSON says of the same collection.
    private struct Contents: Decodable {
        struct Collection: Decodable {
            var title: String
        }

        struct Part: Decodable {
            var note: String?
        }

        struct Passage: Decodable {
            var title: String
            var text: String
        }

        struct Sheet: Decodable {
            var title: String
            var sections: [Passage]
        }

        var collection: Collection
        var parts: [Part]
        var sheets: [Sheet]

        /// The curator's notes without their markup, and the sections of sheets.
        func passages(of sheets: [Sheet]) -> [String] {
            let notes = parts.compactMap(\.note).flatMap { PlainMarkdown.sections(of: $0).map(\.text) }
            return notes + sheets.flatMap(\.sections).flatMap { [$0.title, $0.text] }
        }
    }

    private func expect(_ sheets: [Contents.Sheet], in text: String) {
        let whole = Self.collapsed(text)
        for sheet in sheets { #expect(whole.contains(Self.collapsed(sheet.title)), "\(sheet.title)") }
        let shown = Set(Self.words(text))
        for passage in contents.passages(of: sheets) {
            let missing = Set(Self.words(passage)).subtracting(shown)
            #expect(missing.isEmpty, "\(missing.sorted()) of \(passage.prefix(60))")
        }
        #expect(!whole.contains("SEGRETISSIMO") && !whole.contains("BOZZISSIMA"))
    }

    /// Without control characters, which no format holds, and with single spaces.
    private static func collapsed(_ text: String) -> String {
        let kept: String.UnicodeScalarView = text.unicodeScalars.filter { scalar in
            scalar != "\u{FFFD}" && (scalar.properties.isWhitespace || scalar.properties.generalCategory != .control)
        }
        return String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Runs of letters, their accents and digits.
    private static func words(_ text: String) -> [String] {
        text.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .nonspacingMark:
                false
            default: true
            }
        }.map { String(String.UnicodeScalarView($0)) }
    }

    /// Without what the text itself turns round (U+202E), which a reader of PDF gives as it is seen.
    private static func withoutReversed(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var isReversed = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{202E}" {
                isReversed = true
            } else if scalar == "\u{202C}" || scalar == "\n" {
                isReversed = false
            }
            if !isReversed { kept.append(scalar) }
        }
        return String(kept)
    }

    // MARK: Other programs

    /// The path of the collection in a format.
    private func exported(_ format: String) throws -> String {
        let environment = ["docx", "odt", "epub"].contains(format) ? ["LANG": "C"] : [:]
        let export = HostileExport("raccolta." + format, format)
        let result = try base.export(export, environment: environment)
        #expect(result.status == 0, "\(result.text)")
        return base.path(of: export, environment)
    }

    fileprivate static func run(_ command: [String], withErrors: Bool = false) throws -> Program.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment
            .merging(["LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"]) { _, new in new }
        let pipe = Pipe()
        process.standardOutput = pipe
        if withErrors { process.standardError = pipe }
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let result = Program.Result(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
        if !withErrors { #expect(result.status == 0, "\(command)") }
        return result
    }
}

/// What the parts of a document say, read with Python's own library.
private struct Reopened: Decodable {
    /// Parts that are not XML.
    var malformed: [String]
    /// As catalogues of documents show it.
    var title: String
    /// Of an OpenDocument text; empty for the others.
    var text: String
    /// How many lead to a place within the document.
    var links: Int
    /// Those that lead to no place.
    var dangling: [String]
    /// What references to pages show before a word processor works them out.
    var pageNumbers: [String]
    /// Worksheets that print lying down, that are as wide as a page, and that repeat rows.
    var landscapes: Int
    var fittedWidths: Int
    var repeatedRows: Int

    init(_ path: String) throws {
        let json = try ReopenedDocumentTests.run(["python3", "-c", Self.reader, path]).text
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    private static let reader = #"""
        import json, posixpath, sys, zipfile
        import xml.etree.ElementTree as ET
        from urllib.parse import unquote

        W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
        parts, malformed = {}, []
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        for name in archive.namelist():
            data = archive.read(name)
            # The documents that pandoc starts from have an empty part.
            if data and name.endswith((".xml", ".rels", ".xhtml", ".opf", ".ncx")):
                try:
                    parts[name] = ET.fromstring(data)
                except ET.ParseError:
                    malformed.append(name)

        # Places as PART#ID.
        links, targets = [], set(archive.namelist())
        for name, root in parts.items():
            for node in root.iter():
                if node.tag == W + "hyperlink" and node.get(W + "anchor"):
                    links.append(name + "#" + node.get(W + "anchor"))
                elif node.tag == W + "bookmarkStart":
                    targets.add(name + "#" + node.get(W + "name"))
                elif node.tag == T + "a":
                    address = node.get("{http://www.w3.org/1999/xlink}href")
                    if address.startswith("#"):
                        links.append(name + unquote(address))
                elif node.tag in (T + "bookmark", T + "bookmark-start"):
                    targets.add(name + "#" + node.get(T + "name"))
                elif name.endswith((".xhtml", ".opf", ".ncx")):
                    if node.get("id"):
                        targets.add(name + "#" + node.get("id"))
                    for address in (node.get("href"), node.get("src")):
                        if address and ":" not in address.split("/")[0]:
                            part, hash, place = unquote(address).partition("#")
                            part = posixpath.normpath(posixpath.join(posixpath.dirname(name), part)) if part else name
                            links.append(part + hash + place)

        def text(node):
            yield node.text or ""
            for child in node:
                yield from text(child)
                yield " " if child.tag in (T + "s", T + "tab", T + "line-break") else ""
                yield "\n" if child.tag in (T + "p", T + "h") else ""
                yield child.tail or ""

        titles = [
            title.text or "" for name in ("docProps/core.xml", "meta.xml", "EPUB/content.opf") if name in parts
            for title in parts[name].iter("{http://purl.org/dc/elements/1.1/}title")
        ]
        numbers, number = [], None
        for node in parts["word/document.xml"].iter() if "word/document.xml" in parts else []:
            if node.tag == W + "instrText" and "PAGEREF" in node.text:
                number = ""
                links.append("word/document.xml#" + node.text.split()[1])
            elif number is not None and node.tag == W + "t":
                number += node.text or ""
            elif number is not None and node.get(W + "fldCharType") == "end":
                numbers.append(number)
                number = None
        for node in parts["content.xml"].iter(T + "bookmark-ref") if "content.xml" in parts else []:
            numbers.append(node.text or "")
            links.append("content.xml#" + node.get(T + "ref-name"))

        S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        setups = [setup for root in parts.values() for setup in root.iter(S + "pageSetup")]
        names = [name.get("name") for root in parts.values() for name in root.iter(S + "definedName")]

        json.dump({
            "pageNumbers": numbers, "repeatedRows": names.count("_xlnm.Print_Titles"),
            "landscapes": sum(setup.get("orientation") == "landscape" for setup in setups),
            "fittedWidths": sum(setup.get("fitToHeight") == "0" for setup in setups),
            "malformed": malformed, "title": (titles or [""])[0], "links": len(links),
            "text": "".join(text(parts["content.xml"])) if "content.xml" in parts else "",
            "dangling": sorted({link for link in links if link not in targets}),
        }, sys.stdout)
        """#
}

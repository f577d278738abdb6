import Foundation
import PraticarioCorpus
import PraticarioSystem
import PraticarioPrograms

/// A document that another program makes: Word, OpenDocument and EPUB by pandoc, PDF by WeasyPrint.
struct OfficeDocument {
    private let document: Document
    private let licence: String?
    private let edition: Edition
    private let format: ExportFormat
    /// The document whose styles are taken in place of ours.
    private let template: String?

    init(_ choice: Choice, _ edition: Edition, _ format: ExportFormat, template: String?) {
        // Word and LibreOffice of some years ago show no WebP.
        let kinds: Set<AttachedKind> = [.docx, .odt].contains(format) ? [.jpeg, .png] : [.jpeg, .png, .webp]
        let document = Document(choice, edition, files: .embedded(edition, kinds: kinds))
        self.init(document, edition, format, template: template, licence: choice.licence)
    }

    /// - Parameter licence: of the document as a whole; `nil` where it has none.
    init(
        _ document: Document, _ edition: Edition, _ format: ExportFormat, template: String? = nil,
        licence: String? = nil
    ) {
        self.document = document
        self.licence = licence
        self.edition = edition
        self.format = format
        self.template = template
    }

    func write(to path: String) async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        let folder = Files.temporaryName(beside: place.path(percentEncoded: false))
        try Files.makeFolder(folder, isPrivate: true)
        defer {
            try? FileManager.default.removeItem(atPath: folder)
            Files.settle(folder)
        }
        // Through files: a program that ends early does not read its standard input.
        var html = try OutputFile(folder + "/documento.html", waitsForDisk: false)
        try HTMLDocument(document, markup: format == .pdf ? .page : .conversion).write(to: &html)
        try html.close()
        if format == .docx { try await replacePictures(in: html.path) }
        let made = folder + "/documento." + format.rawValue
        let program: ExternalProgram = format == .pdf ? .weasyprint : .pandoc
        try await program.run(try arguments(html.path, made, folder))
        let bytes = (try? Files.read(made)) ?? []
        guard bytes.starts(with: format == .pdf ? Array("%PDF".utf8) : Array("PK".utf8)) else {
            throw ExportProblem.noDocument(program: program.name)
        }
        try Files.write(bytes, to: path)
    }

    /// Word shows no SVG without a picture of points beside it, so those are made; without the program that makes them a
    /// figure says in words and data what it would show.
    private func replacePictures(in path: String) async throws {
        let html = String(decoding: try Files.read(path), as: UTF8.self)
        let replaced = try await DocumentBlock.Figure.withImages(html) { svg, number in
            let (from, to) = (path + ".\(number).svg", path + ".\(number).png")
            try Files.write(svg, to: from)
            do {
                try await ExternalProgram.rsvg.run(["--zoom=2.5", "--output=" + to, from])
            } catch ProgramProblem.missing {
                return nil
            }
            return try Files.read(to)
        }
        if replaced != html { try Files.write(Array(replaced.utf8), to: path) }
    }

    /// The text holds no picture but the logo, our own figures and those of sheets, which are in it, and no raw markup, so pandoc reads
    /// nothing but its input.
    /// Its own sandbox would also keep it from its templates (pandoc 2.17).
    private func arguments(_ html: String, _ made: String, _ folder: String) throws -> [String] {
        if format == .pdf {
            // Tagged, so that a screen reader knows headings, lists and links (PDF/UA-1).
            return ["--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", html, made]
        }
        var arguments = [
            // The title is the document's own, so the headings below it are the first ones, which begin pages.
            "--from=html", "--to=\(format == .epub ? "epub3" : format.rawValue)",
            "--shift-heading-level-by=\(document.hasChapters ? -1 : 0)",
            "--output=\(made)", html,
        ]
        var metadata = [
            ("title", document.title), ("lang", edition.language.rawValue),
            ("date", format == .epub ? edition.date.iso8601 : edition.date.text(in: edition.language)),
        ]
        if let author = document.author { metadata.append(("author", author)) }
        if let licence { metadata.append(("rights", licence)) }
        for (key, value) in metadata { arguments.append("--metadata=\(key):\(Self.oneLine(value))") }
        if format == .epub {
            arguments += ["--toc", "--toc-depth=2", "--epub-chapter-level=1"]
        } else {
            arguments.append("--reference-doc=\(try reference(in: folder))")
            let filter = folder + "/pagine.lua"
            try Files.write(Array(Templates.text("pagine.lua").utf8), to: filter)
            arguments.append("--lua-filter=\(filter)")
        }
        return arguments
    }

    /// The document whose styles are taken: the network's own, else ours.
    private func reference(in folder: String) throws -> String {
        if let template { return Files.absolute(template) }
        let name = "riferimento.\(format.rawValue)"
        try Files.write(Templates.data(name), to: folder + "/" + name)
        return folder + "/" + name
    }

    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

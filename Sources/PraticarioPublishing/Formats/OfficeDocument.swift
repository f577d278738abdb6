import Foundation
import PraticarioCorpus
import PraticarioSystem
import PraticarioPrograms

/// A selection as a document that another program makes: Word, OpenDocument and EPUB by pandoc, PDF by WeasyPrint.
struct OfficeDocument {
    enum Kind: String {
        case docx, odt, epub, pdf
    }

    private let selection: Selection
    private let kind: Kind
    private let options: ExportOptions

    init(_ selection: Selection, _ kind: Kind, _ options: ExportOptions) {
        self.selection = selection
        self.kind = kind
        self.options = options
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
        try HTMLDocument(selection, detail: options.detail, markup: kind == .pdf ? .page : .conversion).write(to: &html)
        try html.close()
        let document = folder + "/documento." + kind.rawValue
        let program: ExternalProgram = kind == .pdf ? .weasyprint : .pandoc
        try await program.run(try arguments(html.path, document, folder))
        let bytes = (try? Files.read(document)) ?? []
        guard bytes.starts(with: kind == .pdf ? Array("%PDF".utf8) : Array("PK".utf8)) else {
            throw ExportProblem.noDocument(program: program.name)
        }
        try Files.write(bytes, to: path)
    }

    /// The text holds no picture but the logo, which is in it, and no raw markup, so pandoc reads nothing but its input.
    /// Its own sandbox would also keep it from its templates (pandoc 2.17).
    private func arguments(_ html: String, _ document: String, _ folder: String) throws -> [String] {
        if kind == .pdf {
            // Tagged, so that a screen reader knows headings, lists and links (PDF/UA-1).
            return ["--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", html, document]
        }
        var arguments = [
            // The title is the document's own, so the headings below it are the first ones.
            "--from=html", "--to=\(kind == .epub ? "epub3" : kind.rawValue)", "--shift-heading-level-by=-1",
            "--output=\(document)", html,
        ]
        var metadata = [
            ("title", selection.title), ("lang", selection.language.rawValue),
            ("date", kind == .epub ? selection.date.iso8601 : selection.date.text(in: selection.language)),
        ]
        if let curator = selection.curator ?? selection.settings.publisher { metadata.append(("author", curator)) }
        if let licence = selection.licence { metadata.append(("rights", licence)) }
        for (key, value) in metadata { arguments.append("--metadata=\(key):\(Self.oneLine(value))") }
        switch kind {
        case .docx, .odt: arguments.append("--reference-doc=\(try reference(in: folder))")
        case .epub: arguments += ["--toc", "--toc-depth=2", "--epub-chapter-level=1"]
        case .pdf: break
        }
        return arguments
    }

    /// The document whose styles are taken: the network's own, else ours.
    private func reference(in folder: String) throws -> String {
        if let template = options.template { return Files.absolute(template) }
        let name = "riferimento.\(kind.rawValue)"
        try Files.write(Templates.data(name), to: folder + "/" + name)
        return folder + "/" + name
    }

    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

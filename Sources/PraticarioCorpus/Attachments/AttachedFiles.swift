import PraticarioSystem

/// The files beside all sheets of a knowledge base at one moment, for the checks between what sheets name and what is there.
package struct AttachedFiles: Sendable {
    private let files: SheetFiles
    /// By their paths.
    private let stamps: [String: Files.Stamp]

    init(_ folder: KnowledgeBaseFolder, _ stamps: [String: Files.Stamp]) {
        files = SheetFiles(folder)
        self.stamps = stamps
    }

    /// Another one when any file came, went or changed.
    package var fingerprint: String {
        let lines = stamps.sorted { $0.key < $1.key }.map { path, stamp in
            "\(path)\0\(stamp.size) \(stamp.modified) \(stamp.changed) \(stamp.inode)\n"
        }
        return String(UInt64(bitPattern: Digest.of(Array(lines.joined().utf8))), radix: 36)
    }

    /// What is wrong with what the sheets name, and which files none of them names.
    func diagnostics(_ outlines: [DocumentOutline]) -> [Diagnostic] {
        var named: Set<String> = []
        var diagnostics: [Diagnostic] = []
        for outline in outlines where !outline.files.isEmpty {
            var problems = ProblemList()
            for file in outline.files {
                named.insert(SheetFiles.path(file.name, of: outline.origin))
                if let problem = files.problem(file, of: outline.origin) { problems.append(problem.code) { problem } }
            }
            diagnostics += problems.diagnostics(path: outline.origin.path)
        }
        for path in stamps.keys.sorted() where !named.contains(path) {
            diagnostics.append(
                Diagnostic(
                    .unexpectedFile, path: path,
                    message: LocalizedText(
                        it: "nessuna scheda lo nomina: scrivilo in `immagini` o in `allegati`, o toglilo",
                        en: "no sheet names it: write it in `pictures` or in `attachments`, or take it away")))
        }
        return diagnostics
    }
}

extension SheetFiles {
    /// What is wrong with a file that a sheet names; `nil` where nothing is.
    package func problem(_ file: DocumentOutline.AttachedName, of origin: Origin) -> Diagnostic? {
        guard case .failure(let fault) = look(file.name, as: file.use, of: origin) else { return nil }
        return Diagnostic(
            fault.code, path: origin.path, at: file.place,
            message: fault.message(Self.path(file.name, of: origin), as: file.use), excerpt: file.excerpt)
    }
}

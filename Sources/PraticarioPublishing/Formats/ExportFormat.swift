/// What a selection can be written as. A format is one case here and one file beside this one.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// A table that Excel in Italy opens right.
    case csv
    /// One HTML file with a search of its own.
    case page
    /// A Word document.
    case docx

    /// The name of the file where none is given.
    public var fileName: String {
        switch self {
        case .csv: "praticario.csv"
        case .page: "cerca.html"
        case .docx: "praticario.docx"
        }
    }
}

extension Selection {
    /// Writes the selection to a file: beside it first, then renamed.
    ///
    /// - Throws: `FileProblem`, or `MissingProgram` for a format that needs a program which is not installed.
    public func write(as format: ExportFormat, to path: String) async throws {
        switch format {
        case .csv: try TableExport(self).write(to: path)
        case .page: try SearchPage(self).write(to: path)
        case .docx: try await WordDocument(self).write(to: path)
        }
    }
}

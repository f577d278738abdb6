import ArgumentParser
import Praticario
import PraticarioSystem
import PraticarioCorpus

/// How `check` writes what it found.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
}

/// A problem as a workflow command of GitHub Actions, which shows it beside the line.
enum GitHubAnnotation {
    static func text(of diagnostic: Diagnostic, in language: Language) -> String {
        var properties: [String] = []
        if let path = diagnostic.path { properties.append("file=" + escaped(path, isProperty: true)) }
        if let place = diagnostic.place {
            properties.append("line=\(place.line)")
            if !place.isCell { properties.append("col=\(place.column)") }
        }
        properties.append("title=" + diagnostic.code.rawValue)
        let cell = diagnostic.place.flatMap { $0.isCell ? $0.text(in: language) + ": " : nil } ?? ""
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
            + escaped(cell + diagnostic.message[language], isProperty: false)
    }

    /// As the toolkit of GitHub Actions escapes (`actions/toolkit`, `command.ts`).
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var escaped = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
        if isProperty { escaped = escaped.replacing(":", with: "%3A").replacing(",", with: "%2C") }
        return escaped
    }
}

import Praticario
import PraticarioCorpus
import PraticarioSystem

/// A sheet as it is typed, for programs that change it.
struct SheetContentOutput: Encodable, Sendable {
    let version = OutputVersion.current
    let id: String
    /// By their English keys; what says nothing is not there.
    let fields: [String: Value]
    let sections: [Section]

    struct Section: Codable, Sendable {
        /// Empty for what stands before the first heading.
        let title: String
        /// Markdown.
        let text: String
    }

    indirect enum Value: Encodable, Sendable {
        case text(String)
        case list([Value])
        case parts([String: Value])

        init(_ value: FieldValue) {
            switch value {
            case .text(let text): self = .text(text)
            case .list(let items): self = .list(items.map(Value.init))
            case .parts(let parts):
                self = .parts(
                    Dictionary(parts.map { ($0.part.english, Value($0.value)) }) { first, _ in first })
            default: self = .text("")
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let items): try container.encode(items)
            case .parts(let parts): try container.encode(parts)
            }
        }
    }

    init(_ id: String, _ content: SheetContent) {
        self.id = id
        fields = Dictionary(
            uniqueKeysWithValues: FieldName.allCases.compactMap { field in
                let value = content[.field(field)]
                return value.isEmpty ? nil : (field.rawValue, Value(value))
            })
        sections = content.sections.compactMap { part in
            guard case .section(let title, _) = part, case .text(let text) = content[part] else { return nil }
            return Section(title: title, text: text)
        }
    }

    /// Another one where anything of the sheet was changed (RFC 9110, 8.8.3).
    static func tag(_ content: SheetContent) -> String { "\"" + key(of: content) + "\"" }

    /// As a form sends it.
    static func key(of content: SheetContent) -> String {
        let apart = SheetFormFields.apart.sorted { $0.rawValue < $1.rawValue }.map {
            JSONText.of(Value(content[.field($0)]))
        }
        let all = [SheetFormFields.fields(of: content).encoded] + apart
        return String(Secrets.digest(of: all.joined(separator: "\n")).prefix(24))
    }
}

/// What a program proposed.
struct ChangeProposedOutput: Encodable, Sendable {
    let version = OutputVersion.current
    let id: String
    /// The name of the proposal.
    let proposal: String
    /// What `praticario check` would say of the sheet.
    let problems: [DiagnosticOutput]

    init(_ entry: Entry, _ proposal: String, _ problems: [Diagnostic]) {
        id = entry.id
        self.proposal = proposal
        self.problems = problems.map(DiagnosticOutput.init)
    }
}

/// What a program changed.
struct SheetWrittenOutput: Encodable, Sendable {
    let version = OutputVersion.current
    let id: String
    let publication: String
    /// What `praticario check` says of it.
    let problems: [DiagnosticOutput]

    init(_ entry: Entry, _ problems: [Diagnostic] = []) {
        id = entry.id
        publication = entry.publication.rawValue
        self.problems = problems.map(DiagnosticOutput.init)
    }
}

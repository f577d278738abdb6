import Foundation
import PraticarioCorpus
import PraticarioSystem

/// One of several forms of a page, with what was typed into it and why it was not taken.
struct SmallForm: Sendable {
    let key: String
    let title: String
    let controls: [FormControl]
    let button: String
    let isOpen: Bool
    let problem: String?

    /// A field of such a form.
    struct Field: Sendable {
        let name: String
        let label: LocalizedText
        var hint: LocalizedText?
        var kind = Kind.line
        var list: String?

        enum Kind: Sendable {
            case line
            /// A value a line.
            case lines
            case choice([(value: String, label: LocalizedText)])
        }
    }

    /// - Parameters:
    ///   - typed: what was sent, where this form was.
    ///   - problem: why it was not taken.
    init(
        _ key: String, _ title: LocalizedText, _ fields: [Field], button: LocalizedText, isOpen: Bool = false,
        typed: FormFields?, problem: LocalizedText?, _ language: Language
    ) {
        self.key = key
        self.title = title[language]
        self.button = button[language]
        self.isOpen = isOpen || typed != nil
        self.problem = typed == nil ? nil : problem?[language]
        controls = fields.map { field in
            var control = FormControl("\(key).\(field.name)", field.label[language])
            control.hint = field.hint?[language]
            control.describedBy = control.hint.map { _ in control.id + "-aiuto" }
            control.value = typed?.whole("\(key).\(field.name)") ?? ""
            control.list = field.list
            switch field.kind {
            case .line: break
            case .lines: (control.isArea, control.rows) = (true, 3)
            case .choice(let values):
                control.isChoice = true
                control.options = ([("", LocalizedText(both: "–"))] + values).map { value, label in
                    FormControl.Option(value: value, label: label[language], isChosen: control.value == value)
                }
            }
            return control
        }
    }
}

extension SmallForm.Field {
    init(
        _ name: String, _ it: String, _ en: String, _ kind: Kind = .line, hint: LocalizedText? = nil,
        list: String? = nil
    ) {
        self.init(name: name, label: LocalizedText(it: it, en: en), hint: hint, kind: kind, list: list)
    }

    /// Values of a closed list.
    static func choice<Value: ClosedVocabulary>(_ type: Value.Type) -> Kind {
        .choice(Value.allCases.map { ($0.rawValue, $0.label) })
    }
}

/// What a small form sent.
struct SmallFormValues: Sendable {
    let fields: FormFields
    let key: String

    subscript(name: String) -> String? { fields["\(key).\(name)"] }

    func lines(_ name: String) -> [String] {
        (self[name] ?? "").split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    }

    func choice<Value: ClosedVocabulary>(_ name: String) -> Value? { self[name].flatMap { Value(named: $0) } }

    /// - Throws: `WebProblem.badDate`.
    func date(_ name: String) throws -> PartialDate? {
        guard let text = self[name] else { return nil }
        guard let date = PartialDate(text) else { throw WebProblem.badDate(text) }
        return date
    }

    /// - Throws: `WebProblem.badNumber`.
    func number(_ name: String) throws -> Int? {
        guard let text = self[name] else { return nil }
        guard let number = Int(text), (0...1_000_000).contains(number) else { throw WebProblem.badNumber(text) }
        return number
    }
}

import PraticarioCorpus
import PraticarioSystem

/// A field of a form, or a group of them, as a page shows it.
struct FormControl: Sendable {
    let name: String
    let id: String
    let label: String
    var hint: String?
    var isGroup = false
    var isArea = false
    var isChoice = false
    /// Nobody fills it in: it only travels along.
    var isHidden = false
    var rows = 0
    var value = ""
    var options: [Option] = []
    /// The list of what may be meant.
    var list: String?
    var children: [FormControl] = []
    /// Those of its parts that few need, unless they say something.
    var others: [FormControl] = []
    var hasOthersOpen = false
    /// The list that gets one line more.
    var more: String?
    var problems: [Problem] = []
    /// What others wrote meanwhile.
    var theirs: String?
    /// The ids of what describes it, for those who hear the page.
    var describedBy: String?
    var isWrong: Bool { problems.contains(where: \.isError) }
    /// As a template can ask.
    var hasError = false

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Problem: Sendable {
        let text: String
        let isError: Bool
    }

    init(_ name: String, _ label: String) {
        self.name = name
        id = name.replacing(".", with: "-")
        self.label = label
    }
}

/// Makes controls of the rows of `SheetField`.
struct FormControls {
    /// What the choices in files are called.
    let fileLanguage: Language
    let language: Language
    var content = SheetContent()
    /// The lists that were asked to be longer.
    let longer: Set<String>
    var problems: [SheetContent.Part: [FormControl.Problem]] = [:]
    var theirs: [SheetContent.Part: FieldValue] = [:]

    /// Lines that a list has in any case.
    private static let lines: [FieldName: Int] = [.themes: 3, .targetGroups: 2, .territories: 2]
    private static let areas: Set<FieldName> = [.summary, .needs]

    func control(_ field: SheetField) -> FormControl {
        let name = SheetFormFields.name(field.name)
        var control = self.control(
            name, field.label[language], field.shape, content[.field(field.name)], of: field,
            lines: Self.lines[field.name] ?? 1)
        control.hint = field.explanation?[language]
        if Self.areas.contains(field.name) {
            (control.isArea, control.rows) = (true, 3)
        }
        return told(control, .field(field.name))
    }

    func section(_ part: SheetContent.Part, _ index: Int) -> [FormControl] {
        guard case .section(let title, let before) = part else { return [] }
        let standard = StandardSection(named: title)
        let label = title.isEmpty ? language.say("All'inizio", "At the beginning") : standard?.label[language] ?? title
        var area = FormControl("s.\(index).text", label)
        if case .text(let text) = content[part] { area.value = text }
        (area.isArea, area.rows) = (true, min(16, max(4, area.value.utf8.count / 80)))
        if StandardSection.isInternalNotes(title) {
            area.hint = language.say(
                "Per chi cura l'archivio: non esce mai.", "For who keeps the archive: it never leaves.")
        }
        var heading = FormControl("s.\(index).title", "")
        (heading.isHidden, heading.value) = (true, title)
        var number = FormControl("s.\(index).before", "")
        (number.isHidden, number.value) = (true, String(before))
        return [heading, number, told(area, part)]
    }

    /// A field of a file that is no sheet.
    func control(
        _ part: FieldPart, _ value: FieldValue, problems: [FormControl.Problem], theirs: FieldValue?
    ) -> FormControl {
        var control = self.control(
            TypedFormFields.name(part), Self.typedLabel(part, language), part.shape, value, of: nil)
        control.hint = TypedWords.hints[part.english]?[language]
        if TypedWords.areas.contains(part.english) { (control.isArea, control.rows) = (true, 3) }
        return told(control, problems, theirs)
    }

    private static func typedLabel(_ part: FieldPart, _ language: Language) -> String {
        TypedWords.labels[part.english]?[language] ?? label(part, language)
    }

    private func told(_ control: FormControl, _ part: SheetContent.Part) -> FormControl {
        told(control, problems[part] ?? [], theirs[part])
    }

    private func told(_ control: FormControl, _ problems: [FormControl.Problem], _ theirs: FieldValue?) -> FormControl {
        var control = control
        control.problems = problems
        control.theirs = theirs.map { value in
            let text = Self.text(value)
            return text.isEmpty ? language.say("(niente)", "(nothing)") : text
        }
        control.hasError = control.isWrong
        var ids: [String] = []
        if control.hint != nil { ids.append(control.id + "-aiuto") }
        if !control.problems.isEmpty { ids.append(control.id + "-problemi") }
        control.describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
        return control
    }

    static func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .list(let items): items.map(text).joined(separator: "\n")
        case .parts(let parts): parts.map { text($0.value) }.joined(separator: ", ")
        default: ""
        }
    }

    private func control(
        _ name: String, _ label: String, _ shape: FieldShape, _ value: FieldValue, of field: SheetField?, lines: Int = 1
    ) -> FormControl {
        var control = FormControl(name, label)
        switch shape {
        case .list(let item):
            let items = if case .list(let items) = value { items } else { [FieldValue]() }
            let count = max(lines, items.count + 1) + (longer.contains(name) ? 2 : 0)
            control.isGroup = true
            control.more = name
            control.children = (0..<count).map { index in
                self.control(
                    "\(name).\(index)", "\(label) \(index + 1)", item, index < items.count ? items[index] : .none,
                    of: field)
            }
        case .parts(let parts):
            let own = if case .parts(let own) = value { own } else { [FieldValue.Part]() }
            control.isGroup = true
            let all = parts.map { part in
                let label = field == nil ? Self.typedLabel(part, language) : Self.label(part, language)
                var child = self.control(
                    "\(name).\(part.english)", label, part.shape,
                    own.first { $0.part.english == part.english }?.value ?? .none, of: field)
                child.hint = field?.explanation(ofPart: part.english)?[language]
                child.describedBy = child.hint.map { _ in child.id + "-aiuto" }
                return child
            }
            let isAsked = Self.areAsked(parts, of: field)
            control.children = zip(all, isAsked).filter(\.1).map(\.0)
            control.others = zip(all, isAsked).filter { !$0.1 }.map(\.0)
            control.hasOthersOpen = own.contains { part in
                zip(parts, isAsked).contains { $0.english == part.part.english && !$1 && !part.value.isEmpty }
            }
            for other in own where !parts.contains(where: { $0.english == other.part.english }) {
                var child = FormControl("\(name).\(other.part.english)", "")
                (child.isHidden, child.value) = (true, Self.text(other.value))
                control.children.append(child)
            }
        case .choice(let labels):
            control.isChoice = true
            if case .text(let text) = value { control.value = text }
            control.options = options(labels, control.value)
        default:
            if case .text(let text) = value { control.value = text }
            // What stands on several lines would lose them in a line.
            if control.value.contains("\n") { (control.isArea, control.rows) = (true, 4) }
            control.list = Self.list(for: shape, field?.name)
        }
        return control
    }

    /// What the form to hand out asks for is asked first; where it asks for nothing of the kind, the first two of many, or
    /// whatever is no list of its own.
    private static func areAsked(_ parts: [FieldPart], of field: SheetField?) -> [Bool] {
        guard let field else { return parts.map { _ in true } }
        let explained = parts.map { field.explanation(ofPart: $0.english) != nil }
        if explained.contains(true) { return explained.enumerated().map { $0 == 0 || $1 } }
        if parts.count > 4 { return parts.indices.map { $0 < 2 } }
        return parts.allSatisfy(\.shape.isList) ? parts.map { _ in true } : parts.map { !$0.shape.isList }
    }

    /// What was typed stays as it was typed, whatever it is.
    private func options(_ labels: [LocalizedText], _ typed: String) -> [FormControl.Option] {
        let key = typed.lowercased()
        let meant = labels.firstIndex { $0.it.lowercased() == key || $0.en.lowercased() == key }
        var options = [FormControl.Option(value: "", label: "–", isChosen: typed.isEmpty)]
        options += labels.enumerated().map { index, label in
            FormControl.Option(
                value: index == meant ? typed : label[fileLanguage], label: label[language], isChosen: index == meant)
        }
        if meant == nil, !typed.isEmpty { options.append(.init(value: typed, label: typed, isChosen: true)) }
        return options
    }

    private static func label(_ part: FieldPart, _ language: Language) -> String {
        let words = part.keys[language].replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func list(for shape: FieldShape, _ field: FieldName?) -> String? {
        switch shape {
        case .key(.themes): FormLists.themes
        case .key(.targetGroups): FormLists.targetGroups
        case .key(.territories): FormLists.territories
        default: field == .licence ? FormLists.licences : field == .community ? FormLists.communities : nil
        }
    }
}

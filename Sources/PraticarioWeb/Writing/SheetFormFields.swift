import Foundation
import PraticarioCorpus
import PraticarioSystem

/// A sheet as the fields of a form, and back: `f.sources.0.url`, `s.2.text`. What a form was made from travels in the same
/// way, so that nothing is kept of it here.
enum SheetFormFields {
    /// What has a way of its own: the address, the way to the public, the day, the files beside it.
    static let apart: Set<FieldName> = [.id, .publication, .permission, .updated, .pictures, .attachments]

    static func name(_ field: FieldName) -> String { "f." + field.rawValue }

    // MARK: Out

    static func fields(of content: SheetContent) -> FormFields {
        var fields = FormFields()
        for field in FieldName.allCases where !apart.contains(field) {
            append(content[.field(field)], name(field), to: &fields)
        }
        for (index, part) in content.sections.enumerated() {
            guard case .section(let title, let before) = part, case .text(let text) = content[part] else { continue }
            fields.append("s.\(index).title", title)
            fields.append("s.\(index).before", String(before))
            fields.append("s.\(index).text", text)
        }
        return fields
    }

    static func append(_ value: FieldValue, _ name: String, to fields: inout FormFields) {
        switch value {
        case .text(let text): fields.append(name, text)
        case .list(let items):
            for (index, item) in items.enumerated() { append(item, "\(name).\(index)", to: &fields) }
        case .parts(let parts):
            for part in parts { append(part.value, "\(name).\(part.part.english)", to: &fields) }
        default: break
        }
    }

    // MARK: In

    static func content(of fields: FormFields) -> SheetContent {
        let sent = SentValues(fields.fields)
        var content = SheetContent()
        for field in FieldName.allCases where !apart.contains(field) {
            content[.field(field)] = sent.value(name(field), field.row.shape)
        }
        for index in sent.indices("s") {
            let title = sent.texts["s.\(index).title"]?.trimmingSpaces() ?? ""
            let before = sent.texts["s.\(index).before"].flatMap { Int($0) } ?? 0
            content[.section(title, before)] = .text(sent.texts["s.\(index).text"] ?? "")
        }
        return content
    }

    /// The same as it comes back from a form that nobody touched.
    static func roundTrip(_ content: SheetContent) -> SheetContent {
        self.content(of: fields(of: content))
    }
}

/// What was sent, by name: `f.sources.0.url` is a part of an item of a list.
struct SentValues {
    /// As many lines are read of a list, and of a form.
    private static let limits = (lines: 500, fields: 20_000)

    var texts: [String: String] = [:]
    private var children: [String: Set<String>] = [:]

    init(_ fields: some Sequence<(name: String, value: String)>) {
        for (name, value) in fields.prefix(Self.limits.fields) where texts[name] == nil {
            texts[name] = value
            var parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 8 else { continue }
            while let last = parts.popLast(), !parts.isEmpty {
                children[parts.joined(separator: "."), default: []].insert(String(last))
            }
        }
    }

    func indices(_ name: String) -> [Int] {
        Array((children[name] ?? []).compactMap { Int($0) }.filter { $0 >= 0 }.sorted().prefix(Self.limits.lines))
    }

    func value(_ name: String, _ shape: FieldShape) -> FieldValue {
        switch shape {
        case .list(let item): return .list(indices(name).map { value("\(name).\($0)", item) })
        case .parts(let parts):
            let known = parts.map {
                FieldValue.Part(part: $0, value: value("\(name).\($0.english)", $0.shape))
            }
            // What nobody here knows is kept for whom it says something.
            // Its name becomes a key of the file: only what can be nothing else.
            let others = (children[name] ?? []).subtracting(parts.map(\.english)).filter(\.isPlainKey).sorted()
            return .parts(
                known
                    + others.compactMap { key in
                        texts["\(name).\(key)"].map {
                            FieldValue.Part(part: FieldPart(key, key), value: .text($0))
                        }
                    })
        default: return .text(texts[name] ?? "")
        }
    }
}

extension String {
    /// Whether it can be the key of a part that nobody here knows: letters, digits, `_` and `-`.
    fileprivate var isPlainKey: Bool {
        !isEmpty && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}

package import PraticarioSystem

/// A sheet as the file that would give it, for whoever takes it over: without internal notes.
///
/// Reading the text gives the same entry, and writing that one the same text, byte for byte.
package struct SheetText {
    private let entry: Entry
    private let language: Language
    private let label: (_ territory: String) -> String?

    /// - Parameters:
    ///   - language: of the keys and of words such as `pratica`.
    ///   - label: names a territory for readers of its code.
    package init(_ entry: Entry, language: Language, label: @escaping (_ territory: String) -> String?) {
        self.entry = entry
        self.language = language
        self.label = label
    }

    package var text: String {
        "---\n" + fields.map(line).joined() + "---\n" + Self.publicBody(of: entry)
    }

    /// The body without its internal notes, otherwise as written.
    package static func publicBody(of entry: Entry) -> String {
        let lines = SourceText(entry.body).lines
        let notes = InternalNotes.lines(of: entry.body, count: lines.count)
        guard !notes.isEmpty else { return entry.body }
        var kept: [Substring] = []
        var next = 0
        for range in notes {
            kept += lines[next..<range.lowerBound]
            next = range.upperBound
            // What stood on both sides must not become one paragraph.
            let isApart = kept.last?.allSatisfy(\.isWhitespace) ?? true
            if next < lines.count, !isApart, !lines[next].allSatisfy(\.isWhitespace) { kept.append("") }
        }
        kept += lines[next...]
        // What was cut off at the end leaves the line before with its line end.
        let endsInside = next == lines.count
        return kept.joined(separator: "\n") + (endsInside && !kept.isEmpty && kept.last != "" ? "\n" : "")
    }

    private indirect enum Value {
        case text(String)
        case texts([String])
        case map([(key: String, value: Value)])
        case maps([[(key: String, value: Value)]])
        /// Codes, each with the name that a reader knows it by.
        case codes([String])

        var isEmpty: Bool {
            switch self {
            case .text(let text): text.isEmpty
            case .texts(let texts), .codes(let texts): texts.isEmpty
            case .map(let fields): fields.isEmpty
            case .maps(let maps): maps.isEmpty
            }
        }
    }

    private typealias Fields = [(key: String, value: Value)]

    private var fields: [(field: FieldName, value: Value)] {
        let isUnknown = entry.status == .unknown
        let all: [(FieldName, Value)] = [
            (.id, .text(entry.id)), (.title, .text(entry.title)), (.kind, .text(word(entry.kind))),
            (.summary, .text(entry.summary ?? "")), (.publication, .text(word(entry.publication))),
            (.example, .text(entry.isExample ? language.say("sì", "yes") : "")),
            (.themes, .texts(entry.themes)), (.targetGroups, .texts(entry.targetGroups)),
            (.needs, .text(entry.needs ?? "")), (.territories, .codes(entry.territories)),
            (.place, .text(entry.place ?? "")), (.scope, .text(entry.scope.map(word) ?? "")),
            (.organization, .map(entry.organization.map(map) ?? [])),
            (.partners, .maps(entry.partners.map(map))), (.contact, .map(contact)),
            (.paInstrument, .text(entry.paInstrument.map(word) ?? "")),
            (.start, .text(entry.start?.iso8601 ?? "")), (.end, .text(entry.end?.iso8601 ?? "")),
            (.status, .text(isUnknown ? "" : word(entry.status))),
            (.verification, .text(entry.verification == 0 ? "" : String(entry.verification))),
            (.results, .map(results)), (.related, .map(relations)), (.adoptions, .maps(entry.adoptions.map(map))),
            (.community, .text(entry.community ?? "")), (.meeting, .text(entry.meeting ?? "")),
            (.sources, .maps(entry.sources.map(map))), (.licence, .text(entry.licence ?? "")),
            (.permission, .map(permission)), (.language, .text(entry.language)),
            (.updated, .text(entry.updated?.iso8601 ?? "")), (.reviewBy, .text(entry.reviewBy?.iso8601 ?? "")),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private func word<Choice: ClosedVocabulary>(_ choice: Choice) -> String {
        choice.label[language]
    }

    private func named(_ values: [String?], _ parts: [(en: String, it: String)]) -> Fields {
        zip(parts, values).compactMap { part, value in
            value.map { (language.say(part.it, part.en), .text($0)) }
        }
    }

    private func map(_ organization: Organization) -> Fields {
        named(
            [
                organization.name, organization.role, organization.type.map(word), organization.legalForm,
                organization.runtsSection, organization.taxCode, organization.url,
            ], FieldName.organization.parts)
    }

    private var contact: Fields {
        guard let contact = entry.contact else { return [] }
        return named([contact.role, contact.email, contact.phone, contact.url], FieldName.contact.parts)
    }

    private var results: Fields {
        guard let results = entry.results else { return [] }
        let indicators = results.indicators.map { indicator in
            named(
                [
                    indicator.name, indicator.value, indicator.unit, indicator.baseline, indicator.date?.iso8601,
                    indicator.source,
                ], FieldName.indicatorParts)
        }
        let keys = FieldName.results.parts
        return named([results.text], [keys[0]])
            + (indicators.isEmpty ? [] : [(language.say(keys[1].it, keys[1].en), .maps(indicators))])
    }

    private var relations: Fields {
        zip(RelationKind.allCases, FieldName.relationParts).compactMap { kind, key in
            let targets = entry.relations.filter { $0.kind == kind }.map(\.target)
            return targets.isEmpty ? nil : (language.say(key.it, key.en), .texts(targets))
        }
    }

    private func map(_ adoption: Adoption) -> Fields {
        named([adoption.by, adoption.territory, adoption.date?.iso8601], FieldName.adoptions.parts)
    }

    private func map(_ source: EntrySource) -> Fields {
        named([source.title, source.url, source.accessed?.iso8601], FieldName.sources.parts)
    }

    private var permission: Fields {
        guard let permission = entry.permission else { return [] }
        return named([permission.by, permission.date?.iso8601], FieldName.permission.parts)
    }

    private func line(_ field: FieldName, _ value: Value) -> String {
        line(field.key(in: language), value, indentation: "")
    }

    private func line(_ key: String, _ value: Value, indentation: String) -> String {
        let start = indentation + key + ":"
        let deeper = indentation + "  "
        switch value {
        case .text(let text): return "\(start) \(scalar(text))\n"
        case .texts(let texts): return "\(start) [\(texts.map(scalar).joined(separator: ", "))]\n"
        case .codes(let codes):
            return start + "\n"
                + codes.map { code in
                    let name = label(code)?.split(whereSeparator: \.isNewline).joined(separator: " ")
                    return "\(deeper)- \(YAMLText.quoted(code))" + (name.map { " # \($0)" } ?? "") + "\n"
                }.joined()
        case .map(let fields):
            return start + "\n" + fields.map { line($0.key, $0.value, indentation: deeper) }.joined()
        case .maps(let maps):
            return start + "\n"
                + maps.map { fields in
                    // The first field of an item stands behind its dash.
                    let text = fields.map { line($0.key, $0.value, indentation: deeper + "  ") }.joined()
                    return deeper + "- " + text.dropFirst(deeper.count + 2)
                }.joined()
        }
    }

    /// Words of letters, digits and hyphens that begin with a letter stand as they are, everything else between quotes.
    private func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } == true
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9") ~= $0)
            }
            && !["null", "true", "false", "yes", "no"].contains(text.lowercased())
        return isPlain ? text : YAMLText.quoted(text)
    }
}

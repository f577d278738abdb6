import PraticarioPublishing

extension PageTemplate {
    /// Templates by their names, which are parts of each other.
    struct Library: Sendable {
        private let templates: [String: PageTemplate]

        /// - Throws: `Mistake`, also where a template names one that is not there.
        init(_ templates: [String: PageTemplate]) throws {
            self.templates = templates
            for template in templates.values {
                if let missing = Self.named(in: template.parts).first(where: { templates[$0] == nil }) {
                    throw Mistake(reason: "there is no template \(missing)")
                }
            }
        }

        private static func named(in parts: [Part]) -> [String] {
            parts.flatMap { part -> [String] in
                switch part {
                case .text, .value: []
                case .section(_, _, let parts), .block(_, let parts): named(in: parts)
                case .template(let name, let blocks): [name] + blocks.values.flatMap(named)
                }
            }
        }

        func html(_ name: String, of value: TemplateValue) -> String {
            var writer = Writer(templates: templates, stack: [value])
            writer.write(templates[name]?.parts ?? [], blocks: [:])
            return writer.html
        }
    }

    private struct Writer {
        let templates: [String: PageTemplate]
        /// What names are looked up in, from the last to the first.
        var stack: [TemplateValue]
        var html = ""

        mutating func write(_ parts: [Part], blocks: [String: [Part]]) {
            for part in parts {
                switch part {
                case .text(let text): html += text
                case .value(let path, let isHTML):
                    guard case .text(let text) = value(path) else { continue }
                    html += isHTML ? text : HTMLText.escaped(text)
                case .section(let path, true, let parts): section(value(path), parts, blocks)
                case .section(let path, false, let parts):
                    if !value(path).isSomething { write(parts, blocks: blocks) }
                case .template(let name, let own):
                    write(templates[name]?.parts ?? [], blocks: blocks.merging(own) { outer, _ in outer })
                case .block(let name, let parts): write(blocks[name] ?? parts, blocks: blocks)
                }
            }
        }

        private mutating func section(_ value: TemplateValue, _ parts: [Part], _ blocks: [String: [Part]]) {
            switch value {
            case .flag(false): break
            case .flag(true): write(parts, blocks: blocks)
            case .list(let values):
                for value in values { within(value, parts, blocks) }
            case .text, .fields: within(value, parts, blocks)
            }
        }

        private mutating func within(_ value: TemplateValue, _ parts: [Part], _ blocks: [String: [Part]]) {
            stack.append(value)
            write(parts, blocks: blocks)
            stack.removeLast()
        }

        private func value(_ path: Path) -> TemplateValue {
            var value = stack[stack.count - 1]
            if let first = path.names.first {
                value = stack.reversed().lazy.compactMap { $0[first] }.first ?? .flag(false)
                for name in path.names.dropFirst() { value = value[name] ?? .flag(false) }
            }
            return path.isEmpty ? .flag(value.isEmpty) : value
        }
    }
}

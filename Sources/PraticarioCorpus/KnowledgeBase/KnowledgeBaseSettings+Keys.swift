package import PraticarioSystem

/// The keys of `praticario.yaml`, in the order in which a new one is written.
enum SettingKey: String, FieldKey {
    case title, publisher
    case rightsHolder = "rights_holder"
    case contactPoint = "contact_point"
    case licence, acknowledgement, logo, language, layout

    var english: String { rawValue }

    var italian: String {
        switch self {
        case .title: "titolo"
        case .publisher: "editore"
        case .rightsHolder: "titolare_dei_diritti"
        case .contactPoint: "contatto"
        case .licence: "licenza"
        case .acknowledgement: "ringraziamento"
        case .logo: "logo"
        case .language: "lingua"
        case .layout: "formato"
        }
    }

    var aliases: [String] { self == .licence ? ["license"] : [] }

    static let byKey = keyTable()

    /// The publisher's own fields; a plain text is the name.
    static let publisherParts = [FieldPart("name", "nome"), FieldPart("tax_code", "codice_fiscale")]
}

extension KnowledgeBaseSettings {
    /// Keys in English or Italian; a key that is not known is reported.
    public static func read(_ bytes: [UInt8], path: String) -> (
        settings: KnowledgeBaseSettings, diagnostics: [Diagnostic]
    ) {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: path, malformed: .malformedSettings)
        var reader = FieldReader<SettingKey>(record, .none, diagnostics, allAs: .malformedSettings)
        var settings = KnowledgeBaseSettings()
        settings.title = reader.text(.title) ?? ""
        (settings.publisher, settings.publisherTaxCode) = reader.publisher()
        settings.rightsHolder = reader.text(.rightsHolder)
        settings.contactPoint = reader.text(.contactPoint)
        settings.licence = reader.text(.licence)
        settings.acknowledgement = reader.text(.acknowledgement)
        settings.logo = reader.checked(.logo) { KnowledgeBaseFolder.isInside($0) ? $0 : nil }
        settings.language = reader.checked(.language, Language.init) ?? .italian
        settings.layout = reader.checked(.layout) { Int($0) == currentLayout ? currentLayout : nil } ?? currentLayout
        return (settings, reader.diagnostics)
    }

    /// A new `praticario.yaml`: what nobody has said yet stands there as a comment.
    package static func template(title: String, language: Language) -> String {
        SettingKey.allCases.compactMap { key -> String? in
            let name = key.key(in: language)
            return switch key {
            case .title: "\(name): \(YAMLText.quoted(title))\n"
            case .language: "\(name): \(language.rawValue)\n"
            case .layout: "\(name): \(currentLayout)\n"
            case .licence: "# \(name): CC-BY-4.0\n"
            case .publisher, .rightsHolder, .contactPoint: "# \(name):\n"
            // Whoever publishes documents reads of them in the manual.
            case .acknowledgement, .logo: nil
            }
        }.joined()
    }
}

extension FieldReader<SettingKey> {
    fileprivate mutating func publisher() -> (name: String?, taxCode: String?) {
        let keys = SettingKey.publisher.keys
        guard let value = value(.publisher), let map = values.map(value, key: keys, parts: SettingKey.publisherParts)
        else {
            return (nil, nil)
        }
        let name = map["name"].flatMap { values.text($0, key: keys) }
        if map["name"] == nil {
            report(
                .missingField, keyPlace(of: .publisher), it: "`\(keys.it)`: manca il nome",
                en: "`\(keys.en)`: the name is missing")
        }
        return (name, map["tax_code"].flatMap { values.text($0, key: keys) })
    }

    /// A text that is one of those that are possible.
    fileprivate mutating func checked<Value>(_ key: SettingKey, _ check: (String) -> Value?) -> Value? {
        guard let text = text(key) else { return nil }
        if let value = check(text) { return value }
        report(
            .unknownValue, keyPlace(of: key), it: "`\(key.italian)`: il valore non è fra quelli possibili",
            en: "`\(key.english)`: the value is not a possible one")
        return nil
    }
}

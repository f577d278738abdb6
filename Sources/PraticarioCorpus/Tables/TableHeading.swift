package import PraticarioSystem

/// The headings that our own tables have beside the labels of fields and the headings of sections.
package enum TableHeading: CaseIterable, Sendable {
    case organizationRole, organizationType, legalForm, runtsSection, taxCode, site
    case territoryCodes, curatorsNote, resultsInBrief, otherText
    case sourceAddresses, sourceDates, attribution, permissionDate, consent
    /// Of the rows that go back to be corrected.
    case problem

    package var text: LocalizedText {
        switch self {
        case .organizationRole: LocalizedText(it: "Ruolo dell'ente", en: "Organization's role")
        case .organizationType: LocalizedText(it: "Tipo di ente", en: "Organization type")
        case .legalForm: LocalizedText(it: "Forma giuridica", en: "Legal form")
        case .runtsSection: LocalizedText(it: "Sezione del RUNTS", en: "Section of the RUNTS")
        case .taxCode: LocalizedText(it: "Codice fiscale", en: "Tax code")
        case .site: LocalizedText(it: "Sito", en: "Site")
        case .territoryCodes: LocalizedText(it: "Codici ISTAT", en: "ISTAT codes")
        case .curatorsNote: LocalizedText(it: "Nota di chi cura", en: "Curator's note")
        case .resultsInBrief: LocalizedText(it: "Risultati in breve", en: "Results in brief")
        case .otherText: LocalizedText(it: "Altro testo", en: "Other text")
        case .sourceAddresses: LocalizedText(it: "Indirizzi delle fonti", en: "Addresses of the sources")
        case .sourceDates: LocalizedText(it: "Fonti consultate il", en: "Sources read on")
        case .attribution: LocalizedText(it: "Attribuzione", en: "Attribution")
        case .permissionDate: LocalizedText(it: "Data del permesso", en: "Date of the permission")
        case .consent: LocalizedText(it: "Consenso alla pubblicazione", en: "Consent to publication")
        case .problem: LocalizedText(both: "problema")
        }
    }

    /// What stands below it.
    package var target: TableTarget {
        switch self {
        case .organizationRole: .part(.organization, "role")
        case .organizationType: .part(.organization, "type")
        case .legalForm: .part(.organization, "legal_form")
        case .runtsSection: .part(.organization, "runts_section")
        case .taxCode: .part(.organization, "tax_code")
        case .site: .part(.organization, "url")
        case .resultsInBrief: .part(.results, "text")
        case .otherText: .section(text.it)
        case .sourceAddresses: .part(.sources, "url")
        case .sourceDates: .part(.sources, "accessed")
        case .attribution: .part(.permission, "by")
        case .permissionDate: .part(.permission, "date")
        case .consent: .consent
        case .territoryCodes, .curatorsNote, .problem: .ignored
        }
    }

    /// The heading of a part of a field that has no heading of its own: `Partner: forma giuridica`.
    package static func text(of part: FieldPart, in field: FieldName) -> LocalizedText {
        func plain(_ key: String) -> String { String(key.map { $0 == "_" ? " " : $0 }) }
        let label = field.row.label
        return LocalizedText(it: "\(label.it): \(plain(part.italian))", en: "\(label.en): \(plain(part.english))")
    }

    /// Whether a column is that of problems, which says nothing of a sheet.
    package static func isProblem(_ heading: String) -> Bool {
        FieldName.normalized(heading.trimmingSpaces()) == problem.text.it
    }

    /// What a heading stands for that our form, our tables or our files have, word for word.
    static func target(ofOwn heading: String) -> TableTarget? {
        own[FieldName.normalized(heading)]
    }

    private static let own: [String: TableTarget] = {
        var targets: [String: TableTarget] = [:]
        func add(_ text: LocalizedText, _ target: TableTarget) {
            for text in [text.it, text.en] where targets[FieldName.normalized(text)] == nil {
                targets[FieldName.normalized(text)] = target
            }
        }
        // A table has the section as a column of its own, beside the results in brief.
        for section in StandardSection.allCases { add(section.label, .section(section.label.it)) }
        for heading in allCases { add(heading.text, heading.target) }
        for field in SheetField.all {
            for question in field.questions {
                add(question.heading, question.part.map { .part(field.name, $0) } ?? .field(field.name))
            }
            add(field.label, .field(field.name))
            for part in field.shape.parts { add(text(of: part, in: field.name), .part(field.name, part.english)) }
        }
        return targets
    }()
}

import ItalianText
public import PraticarioSystem

extension PartialDate {
    /// As people write it: `14 maggio 2007`, `maggio 2007`, `2007`; in the words of the sheet where it has some of its own.
    public func text(in language: Language) -> String {
        if let words { return words }
        guard let month else { return String(year) }
        let name = Self.months[month - 1][language]
        return (day.map { "\($0) " } ?? "") + "\(name) \(year)"
    }

    /// From January on, folded.
    package static func monthNames(in language: Language) -> [String] {
        months.map { TextKey.folded($0[language]) }
    }

    private static let months = [
        LocalizedText(it: "gennaio", en: "January"), LocalizedText(it: "febbraio", en: "February"),
        LocalizedText(it: "marzo", en: "March"), LocalizedText(it: "aprile", en: "April"),
        LocalizedText(it: "maggio", en: "May"), LocalizedText(it: "giugno", en: "June"),
        LocalizedText(it: "luglio", en: "July"), LocalizedText(it: "agosto", en: "August"),
        LocalizedText(it: "settembre", en: "September"), LocalizedText(it: "ottobre", en: "October"),
        LocalizedText(it: "novembre", en: "November"), LocalizedText(it: "dicembre", en: "December"),
    ]
}

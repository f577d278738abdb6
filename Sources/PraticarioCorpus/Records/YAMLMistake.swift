import Yams
import PraticarioSystem

/// What a person most likely did wrong when the YAML of a header cannot be read, the commonest first.
enum YAMLMistake {
    static func explain(
        _ error: YamlError, lines: ArraySlice<Substring>, lineOffset: Int
    ) -> (place: TextPlace, message: LocalizedText) {
        let place = place(of: error, lineOffset: lineOffset)
        let line = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : ""
        for (index, candidate) in zip(lines.indices, lines) where index <= place.line - 1 && index >= place.line - 3 {
            if let column = columnOfSecondColon(in: candidate) {
                return (
                    TextPlace(line: index + 1, column: column),
                    LocalizedText(
                        it: "un testo con `: ` dentro va fra virgolette: `titolo: \"Sport: una cosa per tutti\"`",
                        en: "a text that contains `: ` needs quotes: `title: \"Sport: something for all\"`")
                )
            }
        }
        if line.prefix(while: \.isWhitespace).contains("\t") {
            return (
                place,
                LocalizedText(
                    it: "la riga comincia con una tabulazione: usa spazi",
                    en: "the line begins with a tab: use spaces")
            )
        }
        if let value = value(of: line), let first = value.first, "@`%&*!|>'\"[{".contains(first) {
            return (
                place,
                LocalizedText(
                    it:
                        "il valore comincia con \(first), che in YAML ha un significato: metti tutto il testo fra virgolette (e chiudile)",
                    en:
                        "the value begins with \(first), which means something in YAML: put the whole text in quotes (and close them)"
                )
            )
        }
        return (
            place,
            LocalizedText(
                it:
                    "l'intestazione non è leggibile come YAML da qui: controlla i due punti dopo il nome del campo, gli spazi a inizio riga e le virgolette",
                en:
                    "the header cannot be read as YAML from here: check the colon after the field's name, the spaces at the beginning of lines and the quotes"
            )
        )
    }

    private static func place(of error: YamlError, lineOffset: Int) -> TextPlace {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            TextPlace(line: mark.line + lineOffset, column: mark.column)
        case .reader(_, let offset, _, let yaml):
            place(atOffset: offset ?? 0, in: yaml, lineOffset: lineOffset)
        default:
            TextPlace(line: lineOffset + 1, column: 1)
        }
    }

    private static func place(atOffset offset: Int, in yaml: String, lineOffset: Int) -> TextPlace {
        let before = yaml.prefix(offset)
        let line = before.count { $0.isNewline }
        let column = before.reversed().prefix { !$0.isNewline }.count
        return TextPlace(line: line + 1 + lineOffset, column: column + 1)
    }

    /// In `titolo: Sport: una cosa`, the column of the second colon; `nil` where quotes or brackets make it harmless.
    private static func columnOfSecondColon(in line: Substring) -> Int? {
        guard let value = value(of: line), let first = value.first, !"\"'[{|>#".contains(first) else { return nil }
        var previous: Character = " "
        for index in value.indices {
            if previous == ":", value[index] == " " {
                return line.unicodeScalars.distance(from: line.startIndex, to: index)
            }
            previous = value[index]
        }
        return nil
    }

    private static func value(of line: Substring) -> Substring? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return line[line.index(after: colon)...].drop(while: \.isWhitespace)
    }
}

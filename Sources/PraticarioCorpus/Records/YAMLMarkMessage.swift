import PraticarioSystem

/// What people are told of a mark of YAML in a value.
enum YAMLMarkMessage {
    static func kept(_ text: String, _ mark: Character) -> LocalizedText {
        let shown = shown(text)
        let end = LocalizedText(
            it: ": il testo è stato letto com'è scritto, «\(shown)»; mettilo tutto fra virgolette",
            en: ": the text was read as written, “\(shown)”; put all of it in quotes")
        return switch mark {
        case ":":
            LocalizedText(
                it: "in YAML `: ` separa campo e valore\(end.it)", en: "in YAML `: ` ends a field's name\(end.en)")
        case "#":
            LocalizedText(it: "in YAML ` #` apre un commento\(end.it)", en: "in YAML ` #` begins a comment\(end.en)")
        default:
            LocalizedText(
                it: "il valore comincia con \(mark), che in YAML ha un significato\(end.it)",
                en: "the value begins with \(mark), which means something in YAML\(end.en)")
        }
    }

    static func cut(_ text: String) -> LocalizedText {
        let shown = shown(text)
        return LocalizedText(
            it:
                "ciò che segue `#` in YAML è un commento: si è letto solo «\(shown)»; se fa parte del testo metti tutto fra virgolette, se è un commento lascia due spazi prima di `#` e uno dopo",
            en:
                "what follows `#` is a comment in YAML: only “\(shown)” was read; if it is part of the text put all of it in quotes, if it is a comment leave two spaces before `#` and one behind"
        )
    }

    static func unclosed(_ mark: Character) -> LocalizedText {
        switch mark {
        case "'":
            LocalizedText(
                it:
                    "l'apostrofo all'inizio apre una citazione che non si chiude: metti tutto il testo fra virgolette, `\"'Na mano\"`",
                en:
                    "the apostrophe at the beginning opens a quotation that is never closed: put the whole text in quotes, `\"'Na mano\"`"
            )
        case "\"":
            LocalizedText(
                it: "le virgolette che si aprono qui non si chiudono: metti tutto il testo fra virgolette, e chiudile",
                en: "the quotes that open here are never closed: put the whole text in quotes, and close them")
        case "#":
            LocalizedText(
                it: "`#` apre un commento, e la parentesi resta aperta: metti il testo fra virgolette",
                en: "`#` begins a comment, and the bracket stays open: put the text in quotes")
        default:
            LocalizedText(
                it: "la parentesi \(mark) non si chiude: chiudila, oppure metti tutto il testo fra virgolette",
                en: "the bracket \(mark) is never closed: close it, or put the whole text in quotes")
        }
    }

    private static func shown(_ text: String) -> String {
        text.count > 80 ? text.prefix(79) + "…" : text
    }
}

import PraticarioCorpus
import PraticarioSystem

/// Sentences of the library as pages say them: to which command one could turn is of no use to who reads them there.
enum PageSentence {
    static func of(_ message: LocalizedText) -> LocalizedText {
        LocalizedText(it: plain(message.it), en: plain(message.en))
    }

    private static func plain(_ text: String) -> String {
        text.replacing(#/ \([^():]*: praticario [^()]*\)/#, with: "")
            .replacing(#/[;:] ?[^;:()]*:? ?praticario [a-z ]+$/#, with: "")
    }
}

extension FormControl.Problem {
    init(_ diagnostic: Diagnostic, _ language: Language) {
        self.init(text: PageSentence.of(diagnostic.message)[language], isError: diagnostic.severity == .error)
    }
}

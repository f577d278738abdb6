import PraticarioCorpus

/// Whose a document is and what made it, for its foot: the sender first, the program last.
struct Imprint {
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
    }

    /// The body that publishes and the name of the knowledge base; empty where neither is said.
    var sender: String {
        [edition.settings.publisher, edition.settings.title].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// - Parameter says: what else is said of the sender, such as whom to ask.
    func sentences(_ says: [String?] = []) -> String {
        let made =
            edition.say("Fatto il ", "Made on ") + edition.date.text(in: edition.language)
            + edition.say(" con Praticario", " with Praticario")
        return ([sender] + says.compactMap { $0 } + [made]).filter { !$0.isEmpty }.joined(separator: ". ")
    }
}

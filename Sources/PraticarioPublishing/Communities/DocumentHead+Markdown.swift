import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

extension DocumentHead {
    /// A community, a meeting or an outcome among the prose of a collection: what it is, when it was, what it is about.
    ///
    /// - Parameter note: what the curator says of it, Markdown.
    func markdown(note: String, _ language: Language) -> String {
        let example = isExample ? language.say("[esempio] ", "[example] ") : ""
        let facts = [kind[language], date?.text(in: language)].compactMap { $0 }.joined(separator: ", ")
        let name = "**\(MarkdownText.escaped(title))** " + MarkdownText.escaped("\(example)(\(facts))")
        return [name, summary.map(MarkdownText.escaped) ?? "", note].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

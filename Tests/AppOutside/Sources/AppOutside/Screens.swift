import LookalikeUI
import Praticario
import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// The sheets that a search found, as a screen of an app.
struct ResultsScreen: View {
    let results: SearchResults
    @Environment(Language.italian) var language

    var body: some View {
        Section("\(results.total) schede") {
            List(results.hits) { SheetRow(head: $0.head) }
            Table(results.facets[.territory] ?? []) { "\($0.key) \($0.count)" }
        }
    }
}

/// One sheet in a list.
struct SheetRow: View {
    let head: EntryHead
    @State var isOpen = false

    var body: some View {
        Label(head.title, systemImage: "leaf")
        Text(head.summary ?? "")
        Link("Apri", destination: head.id)
    }
}

/// What went wrong, in the language of the reader.
struct ProblemScreen: View {
    let problem: any ExplainedError

    var body: some View {
        Text(problem.message[.italian])
        Text(problem.message[.english])
    }
}

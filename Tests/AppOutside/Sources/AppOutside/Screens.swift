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
            List(results.hits) { SheetRow(entry: $0.entry) }
            Table(results.facets[.territory] ?? []) { "\($0.key) \($0.count)" }
        }
    }
}

/// One sheet in a list.
struct SheetRow: View {
    let entry: Entry
    @State var isOpen = false

    var body: some View {
        Label(entry.title, systemImage: "leaf")
        Text(entry.summary ?? "")
        Link("Fonte", destination: entry.sources.first?.url ?? "")
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

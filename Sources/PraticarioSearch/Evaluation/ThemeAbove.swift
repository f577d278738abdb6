import PraticarioCorpus
import PraticarioSystem

/// A theme that a question names and that has no sheets yet: the theme above it may have some.
enum ThemeAbove {
    /// The question with the labels of the nearest themes that have sheets, above those of its themes that have none, and
    /// with a note of each.
    static func adding(to query: ResolvedQuery, in archive: some Archive) -> ResolvedQuery {
        var query = query
        let scheme = archive.values.vocabularies.themes
        for recognized in query.understood.recognized where recognized.facet == .theme {
            guard let position = recognized.keys.first.flatMap(scheme.position),
                case let path = scheme.pathToTop(from: position),
                !archive.hasSheets(scheme.concepts[path[0]].id, in: .theme)
            else { continue }
            let above = path.dropFirst().first { archive.hasSheets(scheme.concepts[$0].id, in: .theme) }
            let label = scheme.concepts[position].prefLabel
            guard let above else {
                query.understood.notes.append(
                    LocalizedText(
                        it: "il tema «\(label.it)» c'è, ma non ha ancora schede",
                        en: "the theme “\(label.en)” is there, but has no sheets yet"))
                continue
            }
            let wider = scheme.concepts[above].prefLabel
            query.understood.notes.append(
                LocalizedText(
                    it: "il tema «\(label.it)» non ha ancora schede: cercato anche il più ampio «\(wider.it)»",
                    en: "the theme “\(label.en)” has no sheets yet: the wider “\(wider.en)” was searched, too"))
            query.addBroader(label: wider.it, archive.values.vocabularies.analyzer)
        }
        return query
    }
}

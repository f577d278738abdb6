import Praticario
import PraticarioCorpus
import PraticarioSystem

extension KnowledgeBase {
    /// For readers of what a programme publishes: its logo stands in the place of the knowledge base's own.
    func edition(of programme: Programme?, language: Language) -> Edition {
        var edition = edition(for: .readers, language: language)
        if let logo = programme?.logo.flatMap({ try? Files.read(folder.path($0)) }).flatMap(Logo.init) {
            edition.logo = logo
        }
        return edition
    }
}

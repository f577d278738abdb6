import ItalianText
package import PraticarioCorpus
import PraticarioSystem

extension Vocabularies {
    /// The words of all labels of themes and target groups, without accents: whoever types one means it, also where no sheet
    /// has it yet.
    package var labelWords: Set<String> {
        let labels = [themes, targetGroups].flatMap(\.concepts).flatMap { concept in
            [concept.prefLabel.it, concept.prefLabel.en] + concept.synonyms
        }
        return Set(labels.flatMap { label in analyzer.words(in: label).map { TextKey.folded($0.form) } })
    }
}

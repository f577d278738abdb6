import ArgumentParser
import Praticario
import PraticarioCorpus
import PraticarioPublishing
import PraticarioSystem

/// How an answer is written: for people, or for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, jsonl, ids

    /// For the formats that are lists of sheets, in the order of their ids.
    func text(of ids: [String], in base: KnowledgeBase, language: Language) throws -> String {
        switch self {
        case .csv: return try text(of: ids, as: .csv, in: base, language)
        case .jsonl: return try text(of: ids, as: .jsonl, in: base, language)
        case .ids: return ids.map { $0 + "\n" }.joined()
        case .text, .json: preconditionFailure("an answer is more than a list of sheets")
        }
    }

    private func text(
        of ids: [String], as format: ExportFormat, in base: KnowledgeBase, _ language: Language
    ) throws -> String {
        let choice = Choice(title: base.settings.title, entries: try base.entries(ids))
        var text = ""
        try choice.write(as: format, to: &text, for: base.edition(for: .readers, language: language))
        return text
    }
}

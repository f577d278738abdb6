import ItalianText
import PraticarioSystem

/// Puts our words in the place of theirs: `anziani e disabili` becomes `Anziani; Persone con disabilità`.
struct TableWords {
    private let known: [TableTarget: [String: String]]

    init(_ words: [TableMap.Word]) {
        var ours: [TableTarget: [String: String]] = [:]
        for word in words where !word.ours.isEmpty {
            let key = TextKey.folded(word.theirs)
            let target = word.target.whole
            if ours[target]?[key] == nil { ours[target, default: [:]][key] = word.ours }
        }
        known = ours
    }

    /// A whole cell, or those of its values that are known.
    func ours(_ text: String, _ target: TableTarget) -> String {
        let target = target.whole
        guard let known = known[target], !text.isEmpty else { return text }
        func ours(_ text: String) -> String? { known[TextKey.folded(text)].map { $0 == "-" ? "" : $0 } }
        if let whole = ours(text) { return whole }
        guard case .field(let field) = target, field.row.shape.isList else { return text }
        let separator: Character = text.contains(";") ? ";" : text.contains(where: \.isNewline) ? "\n" : ","
        let items = text.split { $0 == separator || (separator == "\n" && $0.isNewline) }.map {
            String($0).trimmingSpaces()
        }
        let replaced = items.map { ours($0) ?? $0 }
        return replaced == items ? text : replaced.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

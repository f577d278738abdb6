import PraticarioPublishing
import PraticarioSystem

/// The boxes of a facet as HTML. A page has hundreds of them, more than of everything else: a template for each took most of
/// the time in which a page is made.
struct FacetBoxes: ReadyHTML, Equatable {
    let values: [FacetView.Value]
    let language: Language

    var html: String {
        var html = ""
        for value in values { write(value, to: &html) }
        return html
    }

    private func write(_ value: FacetView.Value, to html: inout String) {
        let label = HTMLText.escaped(value.label)
        html += "<li><label><input type=\"checkbox\" name=\"\(HTMLText.escaped(value.name))\" value=\""
        html += HTMLText.escaped(value.key)
        html += value.isChosen ? "\" checked> <span>" : "\"> <span>"
        html += label
        html += "</span> <span class=\"count\">\(value.count)</span></label>\n"
        if !value.children.isEmpty {
            html += value.isOpen ? "<details open>" : "<details>"
            html += "<summary><span class=\"visually-hidden\">\(label): \(language.say("di cui", "of which"))"
            html += "</span></summary><ul>\n"
            for child in value.children { write(child, to: &html) }
            html += "</ul></details>\n"
        }
        html += "</li>\n"
    }
}

/// What the checks between sheets need to know of one sheet, with the places they point at.
package struct SheetOutline: Codable, Hashable, Sendable {
    package var origin: Origin
    package var id: String
    /// Where the id is written; the beginning of the sheet where it states none.
    package var idPlace: TextPlace
    package var references: [Reference]
    package var reviewBy: PartialDate?
    package var reviewPlace: TextPlace?

    package struct Reference: Codable, Hashable, Sendable {
        package var target: String
        package var place: TextPlace
        /// The line it stands on.
        package var excerpt: String

        package init(target: String, place: TextPlace, excerpt: String) {
            self.target = target
            self.place = place
            self.excerpt = excerpt
        }
    }

    package init(
        origin: Origin, id: String, idPlace: TextPlace, references: [Reference], reviewBy: PartialDate?,
        reviewPlace: TextPlace?
    ) {
        self.origin = origin
        self.id = id
        self.idPlace = idPlace
        self.references = references
        self.reviewBy = reviewBy
        self.reviewPlace = reviewPlace
    }
}

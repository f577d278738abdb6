/// What the checks between sheets need to know of one sheet, with the places they point at.
public struct SheetOutline: Codable, Hashable, Sendable {
    public var origin: Origin
    public var id: String
    /// Where the id is written; the beginning of the sheet where it states none.
    public var idPlace: Place
    public var references: [Reference]
    public var reviewBy: PartialDate?
    public var reviewPlace: Place?

    public struct Reference: Codable, Hashable, Sendable {
        public var target: String
        public var place: Place
        /// The line it stands on.
        public var excerpt: String

        public init(target: String, place: Place, excerpt: String) {
            self.target = target
            self.place = place
            self.excerpt = excerpt
        }
    }

    public init(
        origin: Origin, id: String, idPlace: Place, references: [Reference], reviewBy: PartialDate?, reviewPlace: Place?
    ) {
        self.origin = origin
        self.id = id
        self.idPlace = idPlace
        self.references = references
        self.reviewBy = reviewBy
        self.reviewPlace = reviewPlace
    }
}

/// What the checks between sheets need to know of one sheet, with the places they point at.
public struct SheetOutline: Codable, Hashable, Sendable {
    public var path: String
    public var id: String
    /// Where the id is written; the first line of the file where it comes from the file's name.
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
        path: String, id: String, idPlace: Place, references: [Reference], reviewBy: PartialDate?, reviewPlace: Place?
    ) {
        self.path = path
        self.id = id
        self.idPlace = idPlace
        self.references = references
        self.reviewBy = reviewBy
        self.reviewPlace = reviewPlace
    }
}

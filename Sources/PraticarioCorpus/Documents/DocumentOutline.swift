/// What the checks between documents need to know of one, with the places they point at.
package struct DocumentOutline: Codable, Hashable, Sendable {
    package var origin: Origin
    package var kind: KnowledgeDocument.Kind
    package var id: String
    /// Of a community: what it is called.
    package var title: String?
    /// Where the id is written; the beginning of the document where it states none.
    package var idPlace: TextPlace
    package var references: [Reference]
    /// Of a sheet: the files beside it that it names.
    package var files: [AttachedName]
    package var reviewBy: PartialDate?
    package var reviewPlace: TextPlace?
    /// Whether anybody may see it: a published sheet. Communities are for those who keep the knowledge base.
    package var isPublic: Bool

    package struct Reference: Codable, Hashable, Sendable {
        package var target: String
        /// What it must be: a sheet stands for any document with an id. A community is named by id or title, a meeting of
        /// it by that, a slash and its own name.
        package var kind: KnowledgeDocument.Kind
        package var place: TextPlace
        /// The line it stands on.
        package var excerpt: String

        package init(
            target: String, kind: KnowledgeDocument.Kind = .sheet, place: TextPlace, excerpt: String
        ) {
            self.target = target
            self.kind = kind
            self.place = place
            self.excerpt = excerpt
        }
    }

    /// A picture or a paper.
    package struct AttachedName: Codable, Hashable, Sendable {
        package var name: String
        package var use: AttachedUse
        package var place: TextPlace
        /// The line it stands on.
        package var excerpt: String

        package init(name: String, use: AttachedUse, place: TextPlace, excerpt: String) {
            self.name = name
            self.use = use
            self.place = place
            self.excerpt = excerpt
        }
    }

    package init(
        origin: Origin, kind: KnowledgeDocument.Kind, id: String, title: String? = nil, idPlace: TextPlace,
        references: [Reference], files: [AttachedName] = [], reviewBy: PartialDate?, reviewPlace: TextPlace?,
        isPublic: Bool = false
    ) {
        self.title = title
        self.origin = origin
        self.kind = kind
        self.id = id
        self.idPlace = idPlace
        self.references = references
        self.files = files
        self.reviewBy = reviewBy
        self.reviewPlace = reviewPlace
        self.isPublic = isPublic
    }
}

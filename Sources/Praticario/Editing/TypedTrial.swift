package import PraticarioCorpus

/// What is written field by field: a community, an item of one of its lists, the programme.
package enum TypedTarget: Hashable, Sendable {
    case newCommunity
    case community(String)
    /// By the community, the list, and the name that the item has in it.
    case item(String, CommunityList, String)
    case programme
}

/// What a file would come to if some of it were changed; nothing is written yet.
package struct TypedTrial: Sendable {
    /// What is said now, from which this was worked out; empty for what is not there yet.
    package let base: TypedFields
    /// What `praticario check` would say of it, with the field that each problem belongs to.
    package let problems: [(part: FieldPart?, diagnostic: Diagnostic)]
    /// What is new among the problems of the file and keeps it from being written.
    package let obstacle: Diagnostic?
    /// Of the community, where it is one.
    package let id: String
    let change: FileChange
}

public import PraticarioCorpus

/// What of a sheet may leave the house.
extension Entry {
    /// All but "Note interne".
    public var publicSections: [EntrySection] {
        sections.filter { !StandardSection.isInternalNotes($0.title) }
    }

    /// As data: everything but "Note interne".
    var withoutInternalNotes: Entry {
        var shown = self
        shown.sections = publicSections
        shown.body = SheetText.publicBody(of: self)
        return shown
    }

    /// As a document: also without what only those who keep the archive need, which is what is to be completed, and
    /// relations to sheets that are not shown.
    func forReaders(_ isShown: (_ id: String) -> Bool) -> Entry {
        var shown = keepingRelations(to: isShown)
        shown.isIncomplete = false
        return shown
    }
}

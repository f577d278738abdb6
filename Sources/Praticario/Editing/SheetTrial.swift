package import PraticarioCorpus

/// What a sheet would come to if some of it were changed; nothing is written yet.
package struct SheetTrial: Sendable {
    /// `nil` for what would be left out: without a title, or a kind.
    package let entry: Entry?
    /// What the sheet says now, from which this was worked out; empty for a new one.
    package let base: SheetContent
    /// What `praticario check` would say of the sheet, with the part that each problem belongs to.
    package let problems: [(part: SheetContent.Part?, diagnostic: Diagnostic)]
    /// What would be written.
    package let changes: [FileChange]

    /// Whether some problem costs something.
    package var hasErrors: Bool { problems.contains { $0.diagnostic.severity == .error } }

    /// Whether some problem of these parts does.
    package func hasErrors(in parts: [SheetContent.Part]) -> Bool {
        problems.contains { part, problem in problem.severity == .error && part.map(parts.contains) == true }
    }
}

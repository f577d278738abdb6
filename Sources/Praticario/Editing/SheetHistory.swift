package import PraticarioCorpus

/// What a sheet said at a time.
package struct SheetState: Equatable, Sendable {
    /// As it is typed.
    package let content: SheetContent
    /// `nil` where it was left out: without a title, or a kind.
    package let entry: Entry?
    /// Its file; of a row there is none.
    let file: [UInt8]?

    package static func == (a: SheetState, b: SheetState) -> Bool { a.content == b.content }
}

package typealias SheetHistory = FileHistory<SheetState>

extension FileHistory<SheetState> {
    private static var limit: Int { 100 }

    /// Of a sheet as it is found now, under the names that it had before, too.
    package init(of sheet: Entry, in base: KnowledgeBase, by chronicle: some FileChronicle) {
        let place = SheetPlace(of: sheet)
        self.init(
            of: place, files: Self.files(place.paths, in: base.folder), steps: chronicle.steps(of: place.paths),
            in: base,
            by: chronicle)
    }

    /// Of a sheet that is no more.
    package init(of gone: GoneSheet, in base: KnowledgeBase, by chronicle: some FileChronicle) {
        self.init(
            of: gone.place, files: gone.files,
            steps: Self.older(chronicle.steps(of: gone.place.paths), than: gone.step), in: base, by: chronicle)
    }

    private init(
        of last: SheetPlace, files: [String: [UInt8]], steps: [FileStep], in base: KnowledgeBase,
        by chronicle: some FileChronicle
    ) {
        var place = last
        self.init(of: files, steps: steps, limit: Self.limit) { place.state(in: $0, base.vocabularies) }
        while versions.count < Self.limit, let beginning, let state = versions.last?.value {
            let step = chronicle.whole(beginning.step)
            guard let (earlier, files) = place.earlier(state, step, beginning.files, in: base) else { return }
            place = earlier
            goOn(
                with: FileHistory(
                    of: files, steps: Self.older(chronicle.steps(of: place.paths), than: step),
                    limit: Self.limit - versions.count
                ) { place.state(in: $0, base.vocabularies) })
        }
    }

    private static func older(_ steps: [FileStep], than step: FileStep) -> [FileStep] {
        Array(steps.drop { $0.key != step.key }.dropFirst())
    }
}

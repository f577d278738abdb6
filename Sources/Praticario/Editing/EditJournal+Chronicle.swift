extension EditJournal: FileChronicle {
    package func whole(_ step: FileStep) -> FileStep { whole(step.key) ?? step }

    package func losses(of id: String) -> [FileStep] {
        return Array(
            ((try? numbers()) ?? []).reversed().lazy.compactMap(whole).filter { step in
                step.files.contains { path, file in
                    file.before.map { SheetPlace.mayHold(id, path, $0) } ?? false
                }
            }.prefix(20))
    }

    /// Of what remained it is not kept what it said then.
    private func whole(_ number: String) -> FileStep? {
        guard let edit = edit(number) else { return nil }
        let before = Dictionary(kept(by: number).map { ($0.path, $0.bytes) }) { first, _ in first }
        let files = edit.files.filter { before[$0.path] != nil }.map { file in
            (file.path, FileStep.File(before: before[file.path], after: file.remains ? nil : .some(nil)))
        }
        return FileStep(
            key: number, date: edit.date, author: edit.author?.name, what: edit.command,
            paths: edit.files.map(\.path), files: Dictionary(files) { first, _ in first })
    }
}

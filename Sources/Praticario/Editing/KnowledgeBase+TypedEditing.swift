import ItalianText
package import PraticarioCorpus
import PraticarioSearch
import PraticarioSystem

/// Communities and the programme written field by field, as forms do it: only the lines of what was changed become others,
/// and everything can be undone.
extension KnowledgeBase {
    /// What is said there now, as it is typed.
    ///
    /// - Throws: `CommunityProblem`, `SheetEditProblem`, `FileProblem`.
    package func typed(_ target: TypedTarget) throws -> TypedFields { try read(target).fields }

    /// The items of the lists of a community, as they are typed, with their names.
    ///
    /// - Throws: as ``typed(_:)``.
    package func typedItems(of community: String) throws -> [(
        list: CommunityList, items: [(name: String, fields: TypedFields)]
    )] {
        let file = try file(of: community).file
        return CommunityList.allCases.map { ($0, file.items(of: $0)) }
    }

    /// What a target would be with what is said in a content.
    ///
    /// - Throws: as ``typed(_:)``; `CommunityProblem.exists`, `CommunityProblem.noName`, `CommunityProblem.toCome`.
    package func trying(_ content: TypedFields, at target: TypedTarget) throws -> TypedTrial {
        let place = try read(target)
        let changed = content.parts(otherThanIn: place.fields)
        guard var file = place.file else {
            let path = try newPath(of: content, target)
            let bytes = CommunityFile.new(content, language: settings.language)
            return try trial(bytes, at: target, from: nil, path: path, base: place.fields)
        }
        let isWritten =
            if case .item(_, let list, _) = target, let index = place.index {
                file.set(changed, to: content, ofItem: index, in: list)
            } else {
                file.set(changed, to: content)
            }
        guard isWritten else { throw SheetEditProblem.unclear(place.path) }
        return try trial(file.bytes, at: target, from: place.bytes, path: place.path, base: place.fields)
    }

    /// What the community would be without an item of one of its lists.
    ///
    /// - Throws: as ``typed(_:)``.
    package func tryingWithout(_ target: TypedTarget) throws -> TypedTrial {
        let place = try read(target)
        guard case .item(let community, let list, _) = target, let index = place.index, var file = place.file,
            file.remove(index, of: list)
        else { throw SheetEditProblem.unclear(place.path) }
        return try trial(
            file.bytes, at: .community(community), from: place.bytes, path: place.path, base: place.fields)
    }

    /// Writes what was tried.
    ///
    /// - Throws: `CommunityProblem.refused`, `EditProblem.changedMeanwhile`, `FileProblem`; nothing is written then.
    package func write(_ trial: TypedTrial) throws {
        if let obstacle = trial.obstacle { throw CommunityProblem.refused(obstacle.message) }
        try EditJournal(folder).carryOut([trial.change])
        try refresh()
    }

    // MARK: Files

    private struct Place {
        let path: String
        /// `nil` where there is no file yet.
        let bytes: [UInt8]?
        let file: CommunityFile?
        let fields: TypedFields
        /// Of an item in its list.
        var index: Int?
    }

    private func read(_ target: TypedTarget) throws -> Place {
        switch target {
        case .newCommunity:
            return Place(path: "", bytes: nil, file: nil, fields: TypedFields(CommunityFile.communityParts))
        case .programme:
            let parts = CommunityFile.programmeParts
            guard let bytes = try FileChange.bytes(Programme.file, in: folder) else {
                return Place(path: Programme.file, bytes: nil, file: nil, fields: TypedFields(parts))
            }
            guard let file = CommunityFile(bytes, path: Programme.file, parts, language: settings.language) else {
                throw SheetEditProblem.encoding(Programme.file)
            }
            return Place(path: Programme.file, bytes: bytes, file: file, fields: file.fields)
        case .community(let id):
            let (path, bytes, file) = try file(of: id)
            return Place(path: path, bytes: bytes, file: file, fields: file.fields)
        case .item(let id, let list, let name):
            let (path, bytes, file) = try file(of: id)
            let items = file.items(of: list)
            guard let index = items.firstIndex(where: { $0.name == name }) else {
                throw CommunityProblem.unknownItem(name, known: items.map(\.name))
            }
            return Place(path: path, bytes: bytes, file: file, fields: items[index].fields, index: index)
        }
    }

    private func file(of community: String) throws -> (path: String, bytes: [UInt8], file: CommunityFile) {
        let path = try existingCommunity(community).origin.path
        let bytes = try Files.read(folder.path(path))
        guard let file = CommunityFile(bytes, path: path, CommunityFile.communityParts, language: settings.language)
        else { throw SheetEditProblem.encoding(path) }
        return (path, bytes, file)
    }

    private func newPath(of content: TypedFields, _ target: TypedTarget) throws -> String {
        if case .programme = target { return Programme.file }
        return try freeCommunity(TextKey.slug(content.text("title")))
    }

    // MARK: What is wrong

    private func trial(
        _ bytes: [UInt8], at target: TypedTarget, from old: [UInt8]?, path: String, base: TypedFields
    ) throws -> TypedTrial {
        let (id, found, isRead) = try problems(of: bytes, path)
        let known = try old.map { try problems(of: $0, path).problems } ?? []
        let obstacle = newProblems(found, besides: known).first { $0.severity == .error || $0.code == .personalData }
        guard isRead || obstacle != nil else { throw SheetEditProblem.unclear(path) }
        let parts = base.parts
        guard let file = CommunityFile(bytes, path: path, parts, language: settings.language) else {
            throw SheetEditProblem.encoding(path)
        }
        var own: [(FieldPart?, Diagnostic)] = []
        if case .item(_, let list, let name) = target {
            // The name may be what was changed: then it is the one at the same place.
            let index = try read(target).index ?? file.items(of: list).firstIndex { $0.name == name } ?? 0
            try demandPast(file.items(of: list)[index].fields, besides: base, in: list)
            own = found.compactMap { problem in
                guard let place = problem.place else { return nil }
                let (isIn, part) = file.part(at: place, ofItem: index, in: list)
                return isIn ? (part, problem) : nil
            }
        } else {
            own = found.compactMap { problem in
                let part = problem.place.flatMap { file.part(at: $0) }
                return part == nil && problem.place.map { $0.line > 1 } == true ? nil : (part, problem)
            }
        }
        return TypedTrial(
            base: base, problems: own.map { (part: $0.0, diagnostic: $0.1) }, obstacle: obstacle, id: id,
            change: FileChange(path, from: old, to: bytes))
    }

    /// What is wrong with a file, sheets that are not there included.
    private func problems(
        of bytes: [UInt8], _ path: String
    ) throws -> (id: String, problems: [Diagnostic], isRead: Bool) {
        guard path != Programme.file else {
            let (programme, diagnostics) = Programme.read(bytes)
            return ("", diagnostics, programme != nil)
        }
        let file = ParsedFile(community: bytes, path: path, vocabularies)
        let ids = try ids()
        let present = Set(ids)
        let dangling = file.documents.flatMap(\.outline.references).filter {
            $0.kind == .sheet && !present.contains($0.target)
        }.map { CrossChecks.dangling($0, path: path, among: ids) }
        let community = file.documents.compactMap(\.content.community).first
        return (community?.id ?? "", file.diagnostics + dangling, community != nil)
    }

    /// A meeting that was held was so on a day that is past; one that says otherwise already is let be.
    private func demandPast(_ item: TypedFields, besides base: TypedFields, in list: CommunityList) throws {
        guard list == .meetings, item != base, MeetingStatus(named: item.text("status")) == .held,
            let date = PartialDate(item.text("date")), PartialDate.today.isBefore(date)
        else { return }
        throw CommunityProblem.toCome(date)
    }
}

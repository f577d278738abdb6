import ItalianText
package import PraticarioCorpus
import PraticarioSystem

/// Pictures and papers of a sheet: the file beside it and what the sheet says of it are one change, which can be undone.
extension KnowledgeBase {
    /// Puts a file beside a sheet, and what is said of it into the sheet.
    ///
    /// - Parameters:
    ///   - bytes: as they shall stand there: a picture tells nothing but what it shows.
    ///   - name: as who sent it calls it; what it will be called is made from that, and is not taken yet.
    ///   - said: of the file, by the English keys of its field's parts.
    /// - Returns: the name of the file.
    /// - Throws: `AttachProblem`, `SheetEditProblem`, `EditProblem`, `FileProblem`.
    @discardableResult
    package func attach(
        _ bytes: [UInt8], called name: String, as use: AttachedUse, saying said: [String: String], to id: String
    ) throws -> String {
        guard let kind = AttachedKind(ByteSource(bytes)), kind.use == use else { throw AttachProblem.otherKind(use) }
        let file = try freeName(name, kind, for: id)
        if case .failure(let fault) = SheetFiles.judge(file, file, ByteSource(bytes), as: use) {
            throw AttachProblem.unfit(fault.message(name, as: use))
        }
        try changeFiles(of: id, use) { items, _ in
            items.append(try Self.item(file, use, said))
        } files: { edits, entry in
            try edits.setFile(file, to: bytes, of: entry.origin)
        }
        return file
    }

    /// Says something else of a file.
    package func describe(_ file: String, as use: AttachedUse, saying said: [String: String], of id: String) throws {
        try changeFiles(of: id, use) { items, places in
            guard let place = places(file) else { throw AttachProblem.unknown(file) }
            items[place] = try Self.item(file, use, said)
        }
    }

    /// Takes a file away, from the sheet and from beside it; what another row of the table shows, too, stays there.
    package func detach(_ file: String, as use: AttachedUse, from id: String) throws {
        try changeFiles(of: id, use) { items, places in
            guard let place = places(file) else { throw AttachProblem.unknown(file) }
            items.remove(at: place)
        } files: { edits, entry in
            guard !(try edits.isNamed(file, beside: entry.origin)),
                try SheetFiles(folder).isThere(file, of: entry.origin)
            else { return }
            try edits.setFile(file, to: nil, of: entry.origin)
        }
    }

    /// - Parameter change: gets what the sheet says, and where in it a file is.
    private func changeFiles(
        of id: String, _ use: AttachedUse,
        change: (inout [FieldValue], (_ file: String) -> Int?) throws -> Void,
        files: (inout SheetEdits, Entry) throws -> Void = { _, _ in }
    ) throws {
        var edits = SheetEdits(folder, vocabularies, settings.language)
        let entry = try edits.current(existing(id))
        guard let record = try edits.record(of: entry.origin) else { throw SheetEditProblem.unclear(entry.origin.path) }
        var content = SheetContent(record)
        let part = SheetContent.Part.field(use.field)
        var items: [FieldValue] = if case .list(let items) = content[part] { items } else { [] }
        let before = items
        try change(&items) { file in before.firstIndex { $0.file == file } }
        content[part] = .list(items)
        var parts = [part]
        if entry.origin.row == nil || !content[.field(.updated)].isEmpty {
            content[.field(.updated)] = .text(PartialDate.today.iso8601)
            parts.append(.field(.updated))
        }
        try edits.set(parts, to: content, of: entry)
        let written = try edits.result(entry).entry
        let names = use == .picture ? written.pictures.map(\.file) : written.attachments.map(\.file)
        guard Set(names) == Set(items.compactMap(\.file)) else { throw SheetEditProblem.unclear(entry.origin.path) }
        try files(&edits, entry)
        try EditJournal(folder).carryOut(edits.changes)
        try refresh()
    }

    private static func item(_ file: String, _ use: AttachedUse, _ said: [String: String]) throws -> FieldValue {
        var said = said.mapValues { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        if use == .picture, said["description"]?.isEmpty ?? true { throw AttachProblem.noDescription }
        said["file"] = file
        return .parts(
            use.field.row.shape.parts.compactMap { part in
                said[part.english].flatMap { $0.isEmpty ? nil : FieldValue.Part(part: part, value: .text($0)) }
            })
    }

    /// Letters, digits and hyphens, so that it is a name on every system and in every address.
    private func freeName(_ name: String, _ kind: AttachedKind, for id: String) throws -> String {
        let entry = try existing(id)
        let plain = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let slug = TextKey.slug(plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? plain)
        let standard = settings.language.say(
            kind.use == .picture ? "immagine" : "documento", kind.use == .picture ? "picture" : "document")
        let stem = slug.isEmpty ? standard : String(slug.prefix(80))
        var number = 1
        while true {
            let free = stem + (number == 1 ? "" : "-\(number)") + "." + kind.endings[0]
            // Also names that the sheet mentions, and whose file is missing.
            if !entry.files.contains(free), try !SheetFiles(folder).isThere(free, of: entry.origin) { return free }
            number += 1
        }
    }
}

extension FieldValue {
    /// The name of the file that an item of `pictures` or `attachments` is about.
    fileprivate var file: String? {
        switch self {
        case .text(let text): text
        case .parts(let parts):
            parts.first { $0.part.english == "file" }.flatMap {
                if case .text(let text) = $0.value { text } else { nil }
            }
        default: nil
        }
    }
}

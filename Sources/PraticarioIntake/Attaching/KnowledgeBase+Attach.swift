public import Praticario
public import PraticarioCorpus
import PraticarioSystem

extension KnowledgeBase {
    /// Puts a picture or a paper beside a sheet, and says in the sheet what it is. What is done can be undone.
    ///
    /// A picture is made ready first: upright, 1600 points at most, without what a camera wrote along.
    ///
    /// - Parameters:
    ///   - bytes: whatever was sent; the content tells what it is.
    ///   - name: as who sent it calls it.
    ///   - use: what the sheet shall have it as.
    ///   - said: `description` and `credit` of a picture, `title` of a paper.
    ///   - id: of the sheet.
    /// - Returns: the name of the file beside the sheet.
    /// - Throws: `AttachProblem`, `SheetEditProblem`, `EditProblem`, `FileProblem`; `ProgramProblem` where libvips is not
    ///   here.
    @discardableResult
    public func attach(
        sent bytes: [UInt8], called name: String, as use: AttachedUse, saying said: [String: String], to id: String
    ) async throws -> String {
        try attach(await Self.ready(bytes, called: name, as: use), called: name, as: use, saying: said, to: id)
    }

    /// What of a file that was sent is to stand beside a sheet.
    package static func ready(_ bytes: [UInt8], called name: String, as use: AttachedUse) async throws -> [UInt8] {
        use == .picture ? try await PictureWork.ready(bytes, called: name) : bytes
    }

    /// As what a sheet can have a file, by its content; `nil` for what none can have.
    public static func use(of bytes: [UInt8]) -> AttachedUse? { AttachedKind(ByteSource(bytes))?.use }

    /// Takes a file away from a sheet that names it, and from beside it.
    ///
    /// - Throws: as ``attach(sent:called:as:saying:to:)``.
    public func detach(_ name: String, from id: String) throws {
        guard let entry = try entry(id) else { throw SheetEditProblem.unknown(id, nearest: nil) }
        try detach(name, as: entry.pictures.contains { $0.file == name } ? .picture : .paper, from: id)
    }
}

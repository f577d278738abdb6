import Foundation
import Praticario
import PraticarioCorpus
import PraticarioPrograms
import PraticarioSystem

/// Makes a picture ready to be shown: small enough for a page, upright, and saying nothing but what it shows. libvips does
/// that, by its program.
enum PictureWork {
    /// In points, of the longer side.
    private static let side = 1600
    /// In bytes, of what comes in.
    static let sizeLimit = 20 << 20

    /// - Returns: JPEG or PNG; WebP becomes JPEG, which every program shows.
    /// - Throws: `AttachProblem` where it is no picture or too large a one; `ProgramProblem`; `FileProblem`.
    static func ready(_ bytes: [UInt8], called name: String) async throws -> [UInt8] {
        let source = ByteSource(bytes)
        guard let kind = AttachedKind(source), kind.use == .picture else { throw AttachProblem.otherKind(.picture) }
        func unfit(_ fault: AttachedFault) -> AttachProblem { .unfit(fault.message(name, as: .picture)) }
        guard bytes.count <= sizeLimit else { throw unfit(.tooLarge(bytes.count)) }
        guard let head = PictureHead(kind, source) else { throw unfit(.broken) }
        // Before any program unpacks it: a few bytes may stand for a picture that fills the memory.
        guard !head.isTooLarge else { throw unfit(.tooManyPoints(head.width, head.height)) }
        let place = FileManager.default.temporaryDirectory.appending(path: "praticario-\(UUID().uuidString)")
        let folder = Files.temporaryName(beside: place.path(percentEncoded: false))
        try Files.makeFolder(folder, isPrivate: true)
        defer {
            try? FileManager.default.removeItem(atPath: folder)
            Files.settle(folder)
        }
        let (from, to) = (folder + "/da." + kind.endings[0], folder + (kind == .png ? "/a.png" : "/a.jpg"))
        try Files.write(bytes, to: from, isPrivate: true)
        let options = kind == .png ? "[strip]" : "[strip,Q=85,background=255]"
        do {
            try await ExternalProgram.vipsthumbnail.run([
                "--size", "\(side)x\(side)>", "--export-profile", "srgb", "--output", to + options, from,
            ])
        } catch ProgramProblem.failed {
            // What it says names files of ours and means nothing to who sent the picture.
            throw unfit(.broken)
        }
        guard let made = try? Files.read(to) else { throw unfit(.broken) }
        return made
    }
}

import Foundation
import Praticario
import PraticarioCorpus
@testable import PraticarioIntake
import PraticarioSystem
import TestSupport
import Testing

/// Pictures as they come in.
@Suite struct PictureWorkTests {
    @Test func `a photograph stands upright and tells nothing but what it shows`() async throws {
        let sent = SampleFiles.photograph
        #expect(PictureHead(.jpeg, ByteSource(sent))?.tellsMore == true)
        let ready = try await PictureWork.ready(sent, called: "IMG_1.jpg")
        let head = try #require(PictureHead(.jpeg, ByteSource(ready)))
        #expect((head.width, head.height, head.tellsMore) == (20, 40, false))
        #expect(ready.firstRange(of: Array("Fotocamera".utf8)) == nil)
    }

    @Test(arguments: [
        (SampleFiles.pdf, AttachProblem.otherKind(.picture)),
        (Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), .otherKind(.picture)),
        (
            SampleFiles.png(width: 30_000, height: 30_000),
            .unfit(AttachedFault.tooManyPoints(30_000, 30_000).message("f", as: .picture))
        ),
        (SampleFiles.png(width: 3, height: 3), .unfit(AttachedFault.broken.message("f", as: .picture))),
        (Array(SampleFiles.photograph.prefix(20)), .unfit(AttachedFault.broken.message("f", as: .picture))),
    ])
    func `what is no picture that can be unpacked is refused in words`(bytes: [UInt8], problem: AttachProblem) async {
        await #expect(throws: problem) { try await PictureWork.ready(bytes, called: "f") }
    }
}

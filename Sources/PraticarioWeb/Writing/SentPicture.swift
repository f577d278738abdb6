import Foundation
import PraticarioCorpus
import PraticarioSystem

/// A picture that is made ready and not beside its sheet yet: no browser fills in a file again, so the form carries it.
struct SentPicture: Sendable {
    /// As who sent it calls it.
    let name: String
    /// In base64.
    let content: String
    /// Within a page, which asks nobody for it.
    let address: String

    static let nameField = "immagine.nome"
    static let contentField = "immagine.contenuto"

    init(_ bytes: [UInt8], called name: String) {
        self.name = name
        content = Data(bytes).base64EncodedString()
        let type = AttachedKind(ByteSource(bytes))?.mediaType ?? "application/octet-stream"
        address = "data:\(type);base64,\(content)"
    }

    /// What a form carried; `nil` where it carried none, or something that is no picture as we make them.
    init?(_ fields: FormFields) {
        guard let name = fields[Self.nameField], let content = fields[Self.contentField],
            let data = Data(base64Encoded: content)
        else { return nil }
        let bytes = [UInt8](data)
        guard let kind = AttachedKind(ByteSource(bytes)), case .picture = kind.use,
            case .success = SheetFiles.judge("x." + kind.endings[0], "", ByteSource(bytes), as: .picture)
        else { return nil }
        self.init(bytes, called: name)
    }

    var bytes: [UInt8] { Data(base64Encoded: content).map { [UInt8]($0) } ?? [] }
}

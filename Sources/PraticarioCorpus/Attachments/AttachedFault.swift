package import PraticarioSystem

/// Why a file that a sheet names cannot be shown or given away.
package enum AttachedFault: Error, Hashable, Sendable {
    case missing
    /// A folder, a link, or what cannot be read.
    case noFile
    /// With its size in bytes.
    case tooLarge(Int)
    case tooManyPoints(Int, Int)
    /// Something else than is wanted, by its content; `nil` for what sheets cannot have at all.
    case otherKind(AttachedKind?)
    /// It is what is wanted, and called as something else.
    case otherEnding(AttachedKind)
    case broken
    /// A picture that says where, when or by whom it was taken.
    case tellsMore

    package var code: DiagnosticCode {
        switch self {
        case .missing, .noFile: .missingFile
        case .tooLarge, .tooManyPoints: .oversizedFile
        case .otherKind, .otherEnding, .broken: .wrongFileType
        case .tellsMore: .pictureMetadata
        }
    }

    /// - Parameters:
    ///   - path: where the file is, or would be.
    ///   - use: as what the sheet has it.
    package func message(_ path: String, as use: AttachedUse) -> LocalizedText {
        switch self {
        case .missing:
            LocalizedText(
                it: "il file `\(path)` non c'è: mettilo lì, o correggi il nome",
                en: "there is no file `\(path)`: put it there, or correct the name")
        case .noFile:
            LocalizedText(
                it: "`\(path)` non è un file che si può leggere, o è un collegamento: mettici il file stesso",
                en: "`\(path)` is no file that can be read, or it is a link: put the file itself there")
        case .tooLarge(let size):
            LocalizedText(
                it:
                    "`\(path)` è troppo grande (\(FileSize.text(size, .italian))): al massimo \(FileSize.text(use.sizeLimit, .italian))\(use == .picture ? "; `praticario attach` rimpicciolisce le fotografie" : "")",
                en:
                    "`\(path)` is too large (\(FileSize.text(size, .english))): at most \(FileSize.text(use.sizeLimit, .english))\(use == .picture ? "; `praticario attach` makes photographs smaller" : "")"
            )
        case .tooManyPoints(let width, let height):
            LocalizedText(
                it:
                    "`\(path)` ha troppi punti (\(width) × \(height)): al massimo \(PictureHead.limit / 1_000_000) milioni",
                en:
                    "`\(path)` has too many points (\(width) × \(height)): at most \(PictureHead.limit / 1_000_000) millions"
            )
        case .otherKind(let kind):
            LocalizedText(
                it: "`\(path)` \(kind.map { "è un file \($0.label)" } ?? "è di un altro tipo"): qui vanno \(use.kinds)",
                en: "`\(path)` \(kind.map { "is a \($0.label) file" } ?? "is of another kind"): \(use.kinds) go here")
        case .otherEnding(let kind):
            LocalizedText(
                it:
                    "`\(path)` è un file \(kind.label) e si chiama come se fosse altro: il nome deve finire in .\(kind.endings[0])",
                en:
                    "`\(path)` is a \(kind.label) file called as something else: the name must end in .\(kind.endings[0])"
            )
        case .broken:
            LocalizedText(
                it: "`\(path)` è un'immagine rovinata o incompleta: rifalla",
                en: "`\(path)` is a picture that is damaged or incomplete: make it anew")
        case .tellsMore:
            LocalizedText(
                it:
                    "`\(path)` dice anche dove, quando o con che cosa è stata scattata, e così non si mostra: rimettila con `praticario attach` o dal browser, che lo toglie",
                en:
                    "`\(path)` also tells where, when or with what it was taken, and is not shown like that: put it in anew by `praticario attach` or in the browser, which take that away"
            )
        }
    }
}

/// Sizes of files as people read them.
package enum FileSize {
    /// `120 kB`, `1,4 MB`: kilobytes of a thousand bytes, as file managers count.
    package static func text(_ bytes: Int, _ language: Language) -> String {
        guard bytes >= 950_000 else { return "\(max(1, (bytes + 500) / 1_000)) kB" }
        let tenths = (bytes + 50_000) / 100_000
        let decimals = tenths % 10 == 0 ? "" : language.say(",", ".") + String(tenths % 10)
        return "\(tenths / 10)\(decimals) MB"
    }
}

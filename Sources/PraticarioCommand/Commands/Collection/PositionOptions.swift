import ArgumentParser
import Praticario
import PraticarioCorpus

/// Where an entry goes.
struct PositionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Prima di questa voce. / Before this entry.", valueName: "id"))
    var before: String?

    @Option(help: ArgumentHelp("Dopo questa voce. / After this entry.", valueName: "id"))
    var after: String?

    @Flag(help: "In cima. / First.")
    var first = false

    @Flag(help: "In fondo. / Last.")
    var last = false

    var count: Int { [before != nil, after != nil, first, last].count { $0 } }

    func validate() throws {
        if count > 1 { throw ValidationError("una sola di --before, --after, --first, --last / only one of them") }
    }

    var position: CollectionPosition {
        if let before { return .before(before) }
        if let after { return .after(after) }
        return first ? .first : .last
    }
}

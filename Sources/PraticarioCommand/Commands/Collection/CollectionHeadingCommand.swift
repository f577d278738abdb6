import ArgumentParser
import Praticario
import PraticarioSystem

struct CollectionHeadingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heading",
        abstract: "I titoletti di una raccolta. / The headings of a collection.",
        discussion: """
            Esempi / Examples:
              praticario collection heading add orti "Per cominciare" --before baskin-cremona
              praticario collection heading rename orti "Per cominciare" "Il primo passo"
              praticario raccolta titoletto togli orti "Il primo passo"
            """,
        subcommands: [Add.self, Rename.self, Remove.self], aliases: ["titoletto"])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Aggiunge un titoletto. / Add a heading.",
            discussion: """
                Esempio / Example:
                  praticario collection heading add orti "Per cominciare" --before baskin-cremona
                """,
            aliases: ["aggiungi"])

        @Argument(help: "L'id della raccolta. / The collection's id.")
        var name: String

        @Argument(help: "Il titoletto. / The heading.")
        var title: String

        @OptionGroup var position: PositionOptions
        @OptionGroup var shared: SharedOptions

        func run() throws {
            try shared.open().add(heading: title, to: name, at: position.position)
            Terminal.print("+ ## \(Paragraph.harmless(title))")
        }
    }

    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rename",
            abstract: "Cambia un titoletto. / Change a heading.",
            discussion: """
                Esempio / Example:
                  praticario collection heading rename orti "Per cominciare" "Il primo passo"
                """,
            aliases: ["rinomina"])

        @Argument(help: "L'id della raccolta. / The collection's id.")
        var name: String

        @Argument(help: "Il titoletto di ora. / The heading now.")
        var title: String

        @Argument(help: "Il titoletto nuovo. / The new heading.")
        var newTitle: String

        @OptionGroup var shared: SharedOptions

        func run() throws {
            try shared.open().rename(heading: title, of: name, to: newTitle)
            Terminal.print("~ ## \(Paragraph.harmless(newTitle))")
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Toglie un titoletto; ciò che sta sotto resta. / Take a heading out; what is under it stays.",
            discussion: """
                Esempio / Example:
                  praticario collection heading remove orti "Per cominciare"
                """,
            aliases: ["togli"])

        @Argument(help: "L'id della raccolta. / The collection's id.")
        var name: String

        @Argument(help: "Il titoletto. / The heading.")
        var title: String

        @OptionGroup var shared: SharedOptions

        func run() throws {
            try shared.open().remove(heading: title, from: name)
            Terminal.print("- ## \(Paragraph.harmless(title))")
        }
    }
}

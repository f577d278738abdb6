import Foundation
import PackagePlugin

/// Makes texts part of the program, so that it works wherever it is: a Swift file with a string for each.
///
/// `PraticarioPublishing` gets its templates, `Praticario` the standard vocabularies of `corpus/vocabolari`.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let name = target.name == "PraticarioPublishing" ? "Templates" : "StandardVocabularies"
        let folder =
            target.name == "PraticarioPublishing"
            ? target.directoryURL.appending(path: "Templates")
            : context.package.directoryURL.appending(path: "corpus/vocabolari")
        let inputs = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["yaml", "tsv", "html", "css", "js", "lua", "docx", "odt"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
        return [
            .buildCommand(
                displayName: "Embedding \(name)", executable: try context.tool(named: "EmbedFiles").url,
                arguments: [name, output.path()] + inputs.map { $0.path() },
                inputFiles: inputs, outputFiles: [output])
        ]
    }
}

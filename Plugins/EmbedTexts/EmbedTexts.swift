import Foundation
import PackagePlugin

/// Makes texts part of the program, so that it works wherever it is: a Swift file with a string for each.
///
/// A target with a folder `Templates` gets what is in it, `Praticario` the standard vocabularies of `corpus/vocabolari`.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let templates = target.directoryURL.appending(path: "Templates")
        let hasTemplates = FileManager.default.fileExists(atPath: templates.path())
        let name = hasTemplates ? "Templates" : "StandardVocabularies"
        let folder = hasTemplates ? templates : context.package.directoryURL.appending(path: "corpus/vocabolari")
        let inputs = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter {
                ["yaml", "tsv", "html", "mustache", "json", "css", "js", "lua", "docx", "odt"].contains(
                    $0.pathExtension)
            }
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

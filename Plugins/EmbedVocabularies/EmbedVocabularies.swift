import Foundation
import PackagePlugin

/// Makes the standard vocabularies part of the program, so that `praticario init` works wherever the program is:
/// a Swift file with a string for each file of `corpus/vocabolari`.
@main
struct EmbedVocabularies: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "corpus/vocabolari")
        let inputs = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["yaml", "tsv"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let output = context.pluginWorkDirectoryURL.appending(path: "StandardVocabularies.swift")
        return [
            .buildCommand(
                displayName: "Embedding the standard vocabularies",
                executable: try context.tool(named: "EmbedFiles").url,
                arguments: [output.path()] + inputs.map { $0.path() },
                inputFiles: inputs, outputFiles: [output])
        ]
    }
}

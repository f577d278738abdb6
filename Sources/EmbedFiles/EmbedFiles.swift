import Foundation

/// `EmbedFiles NAME OUTPUT INPUT...`: writes Swift source, an enum NAME with the text of each input as a static string; what is no
/// text stands there in base64.
@main
struct EmbedFiles {
    static func main() throws {
        let name = CommandLine.arguments[1]
        let arguments = CommandLine.arguments.dropFirst(2).map { URL(filePath: $0) }
        var source = "/// File name and text.\nenum \(name) {\n"
        source += "    static let files: [(name: String, text: StaticString)] = [\n"
        for input in arguments.dropFirst() {
            let data = try Data(contentsOf: input)
            let text = String(data: data, encoding: .utf8) ?? data.base64EncodedString(options: .lineLength76Characters)
            precondition(!text.contains("\"\"\"##"), "\(input.path()) would end its own literal")
            source += "        (\"\(input.lastPathComponent)\", ##\"\"\"\n\(text)\n\"\"\"##),\n"
        }
        source += """
                ]

                static func text(_ name: String) -> String {
                    guard let file = files.first(where: { $0.name == name }) else { preconditionFailure("no text \\(name)") }
                    return "\\(file.text)"
                }
            }

            """
        try source.write(to: arguments[0], atomically: true, encoding: .utf8)
    }
}

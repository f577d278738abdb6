/// JSON as our commands write it: indented, keys sorted, slashes as they are.
///
/// It is what `JSONEncoder` writes with `prettyPrinted`, `sortedKeys`, `withoutEscapingSlashes` and `convertToSnakeCase`, byte
/// for byte, in a third of the time: half of what an answer of the server cost was this.
package enum JSONText {
    package static func of(_ value: some Encodable) -> String {
        let encoder = JSONTreeEncoder()
        guard let tree = try? encoder.tree(of: value), let text = tree.text else {
            preconditionFailure("an output of ours has no JSON")
        }
        return text
    }
}

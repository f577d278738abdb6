extension Record {
    /// A file that is YAML as a whole: settings, a vocabulary, the columns of a table. Without fields where it cannot be
    /// read, which is told under `malformed`.
    package static func parse(
        yaml bytes: [UInt8], path: String, malformed: DiagnosticCode, fallbackID: String = ""
    ) -> (record: Record, diagnostics: [Diagnostic]) {
        let (source, fields, diagnostics) = YAMLReader.read(bytes, path: path, malformed: malformed)
        let record = Record(
            origin: Origin(path: path), fallbackID: fallbackID, excerpt: source.line, fields: fields ?? [], body: "",
            bodyLine: 1)
        return (record, diagnostics)
    }
}

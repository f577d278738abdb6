/// Who takes down what was changed, beside the journal: a history that others keep.
///
/// It is told while the journal is still locked, so that nobody changes the files before it has read them. Whatever it
/// meets, the change stands.
package protocol ChangeRecorder: Sendable {
    /// - Parameters:
    ///   - paths: the files, relative to the knowledge base; some may be gone.
    ///   - command: what was done.
    ///   - author: who did it, where that is known.
    func record(_ paths: [String], as command: String, by author: Edit.Author?)
}

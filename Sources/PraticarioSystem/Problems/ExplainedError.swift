public import Foundation

/// An error that says, in a sentence without a full stop, what is the matter and what to do about it.
///
/// Everything that this library throws of its own is one.
///
/// ```swift
/// do {
///     try base.add(["orto"], to: "vicinato")
/// } catch let error as any ExplainedError {
///     show(error.message[.english])
/// }
/// ```
public protocol ExplainedError: LocalizedError, CustomStringConvertible, Sendable {
    /// The sentence, in both languages.
    var message: LocalizedText { get }
}

extension ExplainedError {
    /// The message in the language of the process.
    public var description: String { message[.ofProcess] }

    /// The message in the language of the process, which is what `localizedDescription` says.
    public var errorDescription: String? { description }
}

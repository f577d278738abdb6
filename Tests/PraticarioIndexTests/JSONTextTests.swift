import Foundation
import TestSupport
import Testing

@testable import PraticarioIndex

/// What the index keeps as JSON reads back as it was.
@Suite struct JSONTextTests {
    private struct Value: Codable, Hashable {
        enum Kind: String, Codable { case one, two }
        enum Choice: Codable, Hashable {
            case none
            case text(String)
            case both(first: Int, second: [Bool])
        }
        struct Empty: Codable, Hashable {}

        var text = "«Però» \"a\\b\"/\u{0}\u{1F}\n\t\u{7F}\u{2028}😀"
        var numbers: [Int] = [0, -1, .max, .min]
        var small: [UInt8] = [0, 255]
        var large: UInt64 = .max
        var fractions = [0.1, -5, 1e300, 5e-324]
        var kind = Kind.two
        var choices: [Choice] = [.none, .text(""), .both(first: 1, second: [true, false])]
        var map = ["a": [String?.none, "b"], "": []]
        var byKind: [Kind: Int] = [.one: 1]
        var absent: String?
        var empty = Empty()
        var nested: [[Empty]] = [[], [Empty()]]
    }

    @Test func `a value reads back as it was, and always has the same bytes`() throws {
        let value = Value()
        let bytes = try JSONTextEncoder.bytes(of: value)
        #expect(try JSONDecoder().decode(Value.self, from: Data(bytes)) == value)
        var simple = value
        simple.map = ["a": []]
        #expect(try JSONTextEncoder.bytes(of: simple) == JSONTextEncoder.bytes(of: simple))
        let text = String(
            decoding: try JSONTextEncoder.bytes(of: ["x": Value.Choice.both(first: 1, second: [true])]), as: UTF8.self)
        #expect(text == #"{"x":{"both":{"first":1,"second":[true]}}}"#)
    }

    @Test(arguments: [Double.nan, .infinity])
    func `what is no number has no JSON`(number: Double) {
        #expect(throws: EncodingError.self) { try JSONTextEncoder.bytes(of: [number]) }
    }
}

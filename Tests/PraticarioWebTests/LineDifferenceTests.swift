@testable import PraticarioWeb
import Testing

/// What one text has more or less than another.
@Suite struct LineDifferenceTests {
    @Test(arguments: [
        ("", "", ""), ("a", "a", "…"), ("", "a", "+a"), ("a", "", "-a"), ("a", "b", "-a +b"),
        ("a b c d e", "a b x d e", "… b -c +x d …"), ("a b c", "c a b", "+c a b -c"),
        ("a b c d e f g", "A b c d e f G", "-a +A b … f -g +G"),
    ])
    func `lines that both have are shown beside what differs`(old: String, new: String, expected: String) {
        let lines = LineDifference(
            from: old.split(separator: " ").map(String.init), to: new.split(separator: " ").map(String.init)
        ).lines
        let shown = lines.map { line in
            line.isGap ? "…" : (line.isRemoved ? "-" : line.isAdded ? "+" : "") + line.text
        }
        #expect(shown.joined(separator: " ") == expected)
    }

    @Test func `long texts are shown whole`() {
        let old = (0..<1_500).map(String.init), new = (1..<1_501).map(String.init)
        #expect(LineDifference(from: old, to: new).lines.count == 3_000)
    }
}

import PraticarioSystem
import Testing

struct ByteSearchTests {
    @Test(arguments: [
        ("una nota[^1] qui", "[^", true), ("una nota [1] ^ qui", "[^", false), ("[", "[^", false), ("", "[^", false),
        ("[^", "[^", true), ("[[^", "[^", true), ("è", "", true), ("perché no", "hé", true),
        // By characters the bracket is another one.
        ("[\u{338}^", "[", true),
    ])
    func `bytes are found wherever they stand`(text: String, wanted: String, isThere: Bool) {
        #expect(text.hasBytes(of: wanted) == isThere)
    }
}

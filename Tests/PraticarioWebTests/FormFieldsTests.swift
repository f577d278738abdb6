@testable import PraticarioWeb
import Testing

@Suite struct FormFieldsTests {
    @Test(arguments: [
        ("q=anziani+soli", [("q", "anziani soli")]), ("q=a%2Bb%26c", [("q", "a+b&c")]),
        ("tema=x&tema=y", [("tema", "x"), ("tema", "y")]), ("q", [("q", "")]), ("q=", [("q", "")]), ("", []),
        ("&&=&", [("", "")]), ("q=%zz", [("q", "%zz")]), ("q=citt%C3%A0", [("q", "città")]), ("q=%FF", [("q", "%FF")]),
        ("a=b=c", [("a", "b=c")]),
    ])
    func `what a browser sends is read as it was typed`(sent: String, fields: [(String, String)]) {
        #expect(FormFields(encoded: sent) == FormFields(fields.map { (name: $0.0, value: $0.1) }))
    }

    @Test(arguments: [
        "anziani soli", "\"orto sociale\" -x tema:carcere", "è più & meno = 100 % + \u{0}\u{7F}😀", "' OR 1=1 --", "",
    ])
    func `what is written is read again`(value: String) {
        var fields = FormFields()
        fields.append("q", value)
        fields.append("comunità", value)
        #expect(FormFields(encoded: fields.encoded) == fields)
        #expect(fields.encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x27 })
    }
}

import Testing

@testable import PraticarioPublishing

/// The curator's letter stands before the contents; the chapters follow them.
@Suite struct ForewordTests {
    @Test(arguments: [
        ("Cara lettrice.\n\n## Primo\n\nTesto.\n", "Cara lettrice.\n\n", "## Primo\n\nTesto.\n"),
        ("Cara lettrice.\n\nPrimo\n-----\n\nTesto.\n", "Cara lettrice.\n\n", "Primo\n-----\n\nTesto.\n"),
        ("Cara lettrice.\r\n\r\n# Primo\r\n", "Cara lettrice.\r\n\r\n", "# Primo\r\n"),
        ("## Primo\n\nTesto.\n", "", "## Primo\n\nTesto.\n"),
        ("Solo una lettera.\n", "Solo una lettera.\n", ""),
        ("Uno.\n\n### Non è un capitolo\n\nDue.\n", "Uno.\n\n### Non è un capitolo\n\nDue.\n", ""),
        ("```\n## codice\n```\n\n## Primo\n", "```\n## codice\n```\n\n", "## Primo\n"),
    ])
    func `the letter ends where the first chapter begins`(markdown: String, letter: String, rest: String) {
        let parts = ChoiceContents.foreword(of: markdown)
        #expect(parts.foreword == letter)
        #expect(parts.rest == rest)
    }
}

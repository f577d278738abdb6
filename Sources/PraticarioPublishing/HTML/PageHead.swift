/// What every page of ours begins with.
enum PageHead {
    /// Nothing is fetched and nothing runs, whatever stands in the page.
    ///
    /// - Parameters:
    ///   - style: the element of the style sheet.
    ///   - hasForm: whether a form of the page leads to another of our pages. Pages in files have no origin that a policy
    ///     could name, and a form without a policy leads where its address says.
    static func html(style: String, hasForm: Bool = false) -> String {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; \
        img-src 'self' data:; base-uri 'none'\(hasForm ? "" : "; form-action 'none'")">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <meta name="color-scheme" content="light dark">
        \(style)
        """
    }
}

/// What every page of ours begins with.
enum PageHead {
    /// Nothing is fetched and nothing runs, whatever stands in the page.
    static func html(style: String) -> String {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; \
        img-src 'self' data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <meta name="color-scheme" content="light dark">
        \(style)
        """
    }
}

import PraticarioCorpus

/// What a document says of itself before it begins.
struct Cover: Sendable {
    let title: String
    let publisher: String?
    let summary: String?
    /// Label and value.
    let facts: [(label: String, value: String)]
    let logo: Picture?
    let acknowledgement: String?

    /// The logo, which says whose it is.
    struct Picture: Sendable {
        let name: String
        /// Safe as it is: a file of ours, or the data themselves.
        let address: String
    }

    init(
        title: String, publisher: String?, summary: String?, facts: [(label: String, value: String)], logo: Picture?,
        acknowledgement: String?
    ) {
        self.title = title
        self.publisher = publisher
        self.summary = summary
        self.facts = facts
        self.logo = logo
        self.acknowledgement = acknowledgement
    }

    /// - Parameters:
    ///   - logo: the address of the picture; `nil` where there is none.
    ///   - acknowledges: whether the cover thanks; the pages of a site do so at their foot.
    init(_ choice: Choice, _ edition: Edition, logo: String?, acknowledges: Bool) {
        let about = About(choice, edition)
        title = choice.title
        publisher = about.publisher
        summary = choice.summary
        facts = about.facts(.cover)
        self.logo = logo.map { Picture(name: edition.settings.publisher ?? edition.settings.title, address: $0) }
        acknowledgement = acknowledges ? edition.settings.acknowledgement : nil
    }
}

/// A piece of a document, whatever it is written as: each writer renders every one.
///
/// Texts are plain unless they are called Markdown; nothing of either becomes markup of the document.
indirect enum DocumentBlock: Sendable {
    case cover(Cover)
    /// The table of contents.
    case contents([ChoiceContents.Line])
    case heading(Heading)
    case line(Line)
    case prose(Prose)
    /// What a curator says beside a sheet.
    case note(Prose)
    case facts([Fact])
    case list(List)
    /// A list of places to go on to, below its title.
    case more(title: String, List)
    case table(Table)
    case figure(Figure)
    /// What people photographed or drew.
    case pictures([Shown])
    case map(RegionMap)
    /// A box to search from, for pages.
    case search(Search)
    /// Where each of some headings is spoken of, below a title.
    case index(title: String, [ChoiceIndex.Heading])
    /// A sheet: its blocks belong together.
    case sheet([DocumentBlock])
}

extension DocumentBlock {
    struct Heading: Sendable {
        /// From 1, the document's own title.
        let level: Int
        let text: String
        /// That of a sheet, which links lead to; `nil` for a heading of ours.
        var sheet: Sheet?
        /// Whether it begins a page on paper.
        var isChapter = false

        struct Sheet: Sendable {
            let id: String
            /// BCP 47.
            let language: String
        }
    }

    /// A sentence with a part to play.
    struct Line: Sendable {
        enum Role: Sendable {
            /// What readers must know first, such as that a sheet is invented.
            case mark
            case summary
            /// Whose text it is.
            case attribution
        }

        let role: Role
        /// Of ours, before the text.
        var label = ""
        let text: String
        /// BCP 47; `nil` for the document's own.
        var language: String?
    }

    /// What people wrote in Markdown.
    struct Prose: Sendable {
        let markdown: String
        /// The level that a heading `##` gets.
        let level: Int
        /// BCP 47.
        let language: String
        /// Whether it stands among other blocks, as the text of a sheet does, and begins no page of its own.
        var isBody = false
    }

    struct Fact: Sendable {
        let label: String
        let pieces: [SheetFacts.Piece]
    }

    /// A picture of a sheet.
    struct Shown: Sendable {
        /// Safe as it is; `nil` where the document cannot show it.
        let address: String?
        /// What is seen.
        let description: String
        /// Whose it is.
        let credit: String?
        /// In points.
        let width: Int
        let height: Int
        /// Of the description, BCP 47.
        let language: String
    }

    struct Search: Sendable {
        let label: String
        let button: String
        /// The page that answers `?q=`.
        let page: String
    }

    /// What a link leads to.
    enum Target: Sendable {
        /// The id of a sheet: where it is, each document says.
        case sheet(String)
        /// Anything else; what is no address of the web is not linked.
        case address(String)
        /// A page of ours, from the page that links to it.
        case page(String)
    }

    struct List: Sendable {
        enum Style: Sendable {
            case plain, sources
            /// Sheets with their summaries.
            case cards
        }

        let style: Style
        let items: [Item]

        struct Item: Sendable {
            let text: String
            var target: Target?
            /// Plain text below; in its place the note where there is one.
            var summary: String?
            /// Markdown, with the level of its headings.
            var note: Prose?
            /// Of ours, after the rest.
            var detail = ""
        }
    }

    /// Rows of cells below headings, the first cell of a row its name.
    struct Table: Sendable {
        struct Cell: Sendable {
            let text: String
            var target: Target?
            /// What the text says, for spreadsheets, which count with it.
            var number: Double?

            init(_ text: String, target: Target? = nil) {
                self.text = text
                self.target = target
            }

            init(_ number: Int) {
                self.init(String(number))
                self.number = Double(number)
            }
        }

        /// What the table says; `nil` where the heading above it does.
        var caption: String?
        let header: [String]
        /// Each as long as the header.
        let rows: [[Cell]]
        /// Whether all but the first column are numbers.
        var isCounts = false
    }

    /// A picture of data: whoever does not see it reads what it shows, and the data themselves.
    struct Figure: Sendable {
        /// Unique within its document; letters, digits and hyphens.
        let id: String
        let title: String
        /// What the picture shows, for those who do not see it.
        let description: String
        let data: Table
        /// Shown where the writer can.
        var picture: Picture?

        /// What stands within an SVG that a type of ours made, every text in it escaped: it is written as it is. Its
        /// colours are its own, since programs that convert it know no style sheets, and greys, since paper may have none.
        struct Picture: Sendable {
            /// The units of its content.
            let width: Int
            let height: Int
            /// Pixels, as many as a page is wide at most: 600; as wide as its units where nothing is said.
            var shownWidth: Int?
            let content: String
        }
    }
}

import PraticarioSystem

/// What a network has planned: `programma.yaml`, beside `praticario.yaml`.
public struct Programme: Codable, Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// Who pays.
    public var funder: String?
    /// The call under which it is paid, as cited.
    public var notice: String?
    /// The code of the public investment (codice unico di progetto), fifteen letters and digits.
    public var cup: String?
    /// When it begins.
    public var from: PartialDate?
    /// When it ends.
    public var to: PartialDate?
    /// How much of what is planned.
    public var plan: Plan?
    /// What every document says of those who pay or help.
    public var acknowledgement: String?
    /// A PNG or JPEG picture, its path within the knowledge base.
    public var logo: String?
    /// Invented, to show how one is written.
    public var isExample: Bool?

    /// Of which nothing is said yet but its name.
    public init(title: String) {
        self.title = title
    }

    /// How many communities and meetings there shall be.
    public struct Plan: Codable, Hashable, Sendable {
        /// How many communities.
        public var communities: Int?
        /// How many meetings each has.
        public var meetings: Int?
        /// How many of these are online.
        public var online: Int?
        /// How many of these are in person.
        public var inPerson: Int?

        /// What is not said is not checked.
        public init(communities: Int? = nil, meetings: Int? = nil, online: Int? = nil, inPerson: Int? = nil) {
            self.communities = communities
            self.meetings = meetings
            self.online = online
            self.inPerson = inPerson
        }
    }

    /// The file that holds it, relative to the knowledge base.
    public static let file = "programma.yaml"

    /// Reads the file; `nil` where there is none, or none that can be read, which is told.
    package static func read(
        _ folder: KnowledgeBaseFolder
    ) -> (programme: Programme?, diagnostics: [Diagnostic]) {
        guard Files.type(of: folder.path(file)) != nil else { return (nil, []) }
        do {
            return read(try Files.read(folder.path(file)))
        } catch {
            return (nil, [.unreadable(file, error)])
        }
    }

    package static func read(_ bytes: [UInt8]) -> (programme: Programme?, diagnostics: [Diagnostic]) {
        let (record, diagnostics) = Record.parse(yaml: bytes, path: file, malformed: .malformedCommunity)
        guard !record.fields.isEmpty else { return (nil, diagnostics) }
        var reader = ValueReader(record, .none, diagnostics)
        let whole = RecordValue(content: .map(record.fields), place: record.origin.place)
        let programme = FieldType<Programme>.programme.read(
            &reader, whole, LocalizedText(it: "programma", en: "programme"))
        for text in [programme?.title, programme?.funder, programme?.notice, programme?.acknowledgement].compactMap({
            $0
        }) {
            for finding in PersonalData.findings(in: text) {
                reader.report(.personalData, whole.place, it: finding.it, en: finding.en)
            }
            reader.reportPerson(in: text, line: whole.place.line)
        }
        return (programme, reader.diagnostics)
    }
}

extension FieldType<Programme> {
    static let programme = FieldType.parts(
        [
            MapPart(required: "title", "titolo", \.title),
            MapPart("funder", "finanziatore", \.funder, .text),
            MapPart("notice", "avviso", \.notice, .text),
            MapPart("cup", "cup", \.cup, .cup),
            MapPart("from", "dal", \.from, .date),
            MapPart("to", "al", \.to, .date),
            MapPart("plan", "piano", \.plan, .plan),
            MapPart("acknowledgement", "ringraziamento", \.acknowledgement, .text),
            MapPart("logo", "logo", \.logo, .text),
            MapPart("example", "esempio", \.isExample, .flag),
        ],
        into: Programme(title: ""), required: 1,
        missing: { _ in
            LocalizedText(
                it: "manca `titolo`: senza, il programma non si legge",
                en: "`title` is missing: without it the programme is not read")
        })
}

extension FieldType<Programme.Plan> {
    static let plan = FieldType.parts(
        [
            MapPart("communities", "comunità", \.communities, .count),
            MapPart("meetings", "incontri", \.meetings, .count),
            MapPart("online", "online", \.online, .count),
            MapPart("in_person", "in_presenza", \.inPerson, .count),
        ],
        into: Programme.Plan())
}

extension FieldType<String> {
    /// Fifteen letters and digits, the first a letter: delibera CIPE 143/2002.
    fileprivate static let cup = FieldType(
        shape: .text,
        read: { reader, value, key in
            guard let text = reader.text(value, key: key) else { return nil }
            let code = text.uppercased().filter { !$0.isWhitespace }
            if code.count == 15, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
                code.first?.isLetter == true
            {
                return code
            }
            reader.report(
                .unknownValue, value.place,
                it: "`\(key.it)`: un CUP ha quindici lettere e cifre e comincia con una lettera; «\(text)» no",
                en: "`\(key.en)`: a CUP has fifteen letters and digits and begins with a letter; “\(text)” does not")
            return nil
        },
        give: { .text($0) })
}

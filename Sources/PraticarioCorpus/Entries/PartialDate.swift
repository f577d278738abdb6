/// A year, a month or a day, as ISO 8601 writes them: `2007`, `2007-05`, `2007-05-14`.
public struct PartialDate: Codable, Hashable, Sendable {
    /// From 1000 to 2999.
    public let year: Int
    /// From 1 to 12; `nil` for a year.
    public let month: Int?
    /// From 1; `nil` for a year and for a month.
    public let day: Int?
    /// As it was written, where that says more than the date: `2014 circa`, `primavera 2019`.
    public let words: String?

    /// Reads ISO 8601 and what Italians write: `14/05/2007`, `14.5.2007`, `05/2007`, `2023/24` (its first year).
    /// `nil` for anything else and for days that do not exist; years from 1000 to 2999.
    public init?(_ text: String) {
        let separators: Set<Character> = ["-", "/", "."]
        let parts = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
        guard parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        switch parts.map(\.count) {
        case [4]: self.init(year: numbers[0])
        // `2009-10` is October; `2021-22` can only be a school year.
        case [4, 2] where text.contains("-") && numbers[1] <= 12: self.init(year: numbers[0], month: numbers[1])
        case [4, 2] where numbers[1] == (numbers[0] + 1) % 100: self.init(year: numbers[0])
        case [4, 4] where numbers[1] == numbers[0] + 1: self.init(year: numbers[0])
        case [4, 2, 2]: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        case [1, 4], [2, 4]: self.init(year: numbers[1], month: numbers[0])
        case [1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]:
            self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        default: return nil
        }
    }

    /// `nil` where there is no such day or the year is not from 1000 to 2999. A day without a month is dropped.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        self.init(year: year, month: month, day: day, words: nil)
    }

    init?(year: Int, month: Int?, day: Int?, words: String?) {
        guard (1000...2999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
                let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
                guard (1...days[month - 1]).contains(day) else { return nil }
            }
        }
        self.year = year
        self.month = month
        self.day = month == nil ? nil : day
        self.words = words
    }

    /// `2007`, `2007-05` or `2007-05-14`.
    public var iso8601: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return ([String(year)] + [month, day].compactMap { $0.map(padded) }).joined(separator: "-")
    }

    /// In the words of the sheet where it has some of its own, else as `iso8601`: what is read as this date again.
    public var written: String { words ?? iso8601 }

    /// Whether the whole of this date lies before the whole of the other: `2007` is not before `2007-05`.
    public func isBefore(_ other: PartialDate) -> Bool {
        if year != other.year { return year < other.year }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month < otherMonth }
        guard let day, let otherDay = other.day else { return false }
        return day < otherDay
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) ?? PartialDate(words: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(encoder.userInfo[.keepsDateWords] == nil ? iso8601 : written)
    }
}

extension CodingUserInfoKey {
    /// Whether dates keep their words. Programs that read JSON want them as ISO 8601 writes them; what is read back does not.
    package static let keepsDateWords: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "keepsDateWords") else { preconditionFailure("any text is a key") }
        return key
    }()
}

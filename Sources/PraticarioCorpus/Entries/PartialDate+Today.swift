import Foundation

extension PartialDate {
    /// The current day where this process runs.
    public static var today: PartialDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let date = PartialDate(year: parts.year ?? 0, month: parts.month, day: parts.day) else {
            preconditionFailure("the calendar gave a day that does not exist")
        }
        return date
    }
}

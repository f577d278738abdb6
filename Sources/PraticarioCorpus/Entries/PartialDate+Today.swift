import Foundation

extension PartialDate {
    /// The current day where this process runs.
    public static var today: PartialDate {
        // Foundation's calendars and time zones take longer to make than a search takes. A zone named by TZ needs tzdata.
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil,
            let date = PartialDate(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { preconditionFailure("the calendar gave a day that does not exist") }
        return date
    }
}

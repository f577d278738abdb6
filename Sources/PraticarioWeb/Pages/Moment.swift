import Foundation
import PraticarioSystem

extension Date {
    /// The day and the time of the clock, as who reads says it, whatever the server's own language is.
    func moment(in language: Language) -> String { text(.shortened, language) }

    func day(in language: Language) -> String { text(.omitted, language) }

    private func text(_ time: FormatStyle.TimeStyle, _ language: Language) -> String {
        let locale = Locale(identifier: language.say("it_IT", "en_GB"))
        return formatted(FormatStyle(date: .abbreviated, time: time, locale: locale))
    }
}

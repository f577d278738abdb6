public import ArgumentParser
import Praticario
public import PraticarioCorpus
import PraticarioSystem

// Values of communities as words of a command line: by any name that their files may write.

extension MeetingMode: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension MeetingStatus: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension OutcomeKind: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension OutcomeStatus: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension QuestionStatus: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension AdoptedModel: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension ValueCycle: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension PAInstrument: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

extension PartialDate: ExpressibleByArgument {
    public init?(argument: String) {
        guard let date = PartialDate(argument) ?? PartialDate(words: argument) else { return nil }
        self = date
    }
}

extension CommunityChange {
    /// Says what is there now, and what is not as it should be.
    func print(_ part: CommunityChangeOutput.Part, _ base: KnowledgeBase, _ format: OutputFormat, in language: Language)
    {
        guard format == .text else {
            return Terminal.print(JSONText.of(CommunityChangeOutput(self, part, base.values)))
        }
        let report = CommunityReport(base.values, language: language, width: Terminal.width)
        let text =
            switch part {
            case .community: community.title
            case .meeting(let meeting): report.text(of: meeting)
            case .question(let index): report.text(of: community.questions[index], at: index)
            case .outcome(let index): report.text(of: community.outcomes[index])
            }
        Terminal.print(Paragraph.harmless("\(community.origin.path): \(text)"))
        for warning in warnings { Terminal.printError(Paragraph.harmless(warning.text(in: language))) }
    }
}

/// Texts that say something, without the spaces around them.
func said(_ texts: [String]) -> [String] {
    texts.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
}

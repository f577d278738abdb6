public import PraticarioCorpus
import PraticarioSystem

extension Report {
    /// Makes a report of what the files say.
    ///
    /// - Parameters:
    ///   - programme: `nil` where there is none.
    ///   - communities: the chapters, in their order.
    ///   - surveys: by the ids of the communities.
    ///   - sheets: those that the communities refer to, those that these refer to, and those that name a community, by
    ///     their ids.
    ///   - territories: of the knowledge base.
    ///   - until: the last day that counts: meetings and outcomes after it, and outcomes without a day, are left out;
    ///     `nil` counts all.
    ///   - readers: for the ministry sheets that are not published, difficulties and open questions are left out.
    public init(
        _ programme: Programme?, _ communities: [Community], surveys: [String: Survey], sheets: [String: Entry],
        territories: TerritoryRegister, until: PartialDate? = nil, for readers: ReportReaders
    ) {
        self.programme = programme
        self.until = until
        self.readers = readers
        // What readers may not see is counted all the same, so that both editions have the same figures.
        let visible = readers == .network ? sheets : sheets.filter { $0.value.publication == .published }
        let counted = communities.map { $0.until(until) }
        coverage = RegionCoverage.all(counted, territories)
        chapters = counted.map { community in
            let shown = community.shown(to: readers, visible)
            return Chapter(
                community: shown,
                indicators: CommunityIndicators(
                    community, plan: programme?.plan, sheets: sheets, territories: territories),
                gain: surveys[community.id].flatMap(SelfAssessedGain.init), stories: shown.stories(visible),
                chains: KnowledgeChain.all(community, sheets).filter(\.isTraceable).map { chain in
                    chain.naming { visible[$0] != nil }
                },
                crossings: TerritoryCrossing.all(shown, visible, territories))
        }
    }
}

extension Community {
    /// As it was on a day: later meetings and outcomes left out, and outcomes without a day.
    fileprivate func until(_ day: PartialDate?) -> Community {
        guard let day else { return self }
        var community = self
        community.meetings.removeAll { $0.date.map { day.isBefore($0) } ?? false }
        community.outcomes.removeAll { $0.date.map { day.isBefore($0) } ?? true }
        return community
    }

    /// What its readers may see; the figures count all the same.
    fileprivate func shown(to readers: ReportReaders, _ sheets: [String: Entry]) -> Community {
        guard readers == .ministry else { return self }
        var community = self
        community.difficulties = []
        community.questions.removeAll { $0.status != .closed && $0.status != .partly }
        for index in community.meetings.indices {
            community.meetings[index].sheets.removeAll { sheets[$0] == nil }
            community.meetings[index].decisions = []
        }
        for index in community.questions.indices { community.questions[index].sheets.removeAll { sheets[$0] == nil } }
        for index in community.outcomes.indices {
            community.outcomes[index].sheets.removeAll { sheets[$0] == nil }
            community.outcomes[index].toldBy.removeAll { sheets[$0] == nil }
        }
        return community
    }

    /// The sheets that tell its outcomes, then those from which they come; of each those of most outcomes first, ties in the
    /// order of the file.
    fileprivate func stories(_ sheets: [String: Entry]) -> [String] {
        let done = outcomes.filter(\.isDone)
        func ranked(_ ids: [String]) -> [String] {
            var order: [String] = []
            var counts: [String: Int] = [:]
            for id in ids where sheets[id] != nil {
                if counts[id] == nil { order.append(id) }
                counts[id, default: 0] += 1
            }
            return order.indices.sorted { (-(counts[order[$0]] ?? 0), $0) < (-(counts[order[$1]] ?? 0), $1) }
                .map { order[$0] }
        }
        let telling = ranked(done.flatMap(\.toldBy))
        return Array((telling + ranked(done.flatMap(\.sheets)).filter { !telling.contains($0) }).prefix(2))
    }
}

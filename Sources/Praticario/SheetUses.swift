public import PraticarioCorpus
public import PraticarioSystem

/// What communities of practice did with a sheet: where it was shared, and who took it up.
///
/// An outcome that adopts a sheet is that sheet's adoption: it is written once, with the community, and shown here.
public struct SheetUses: Codable, Hashable, Sendable {
    /// The meetings at which it was shared, in the order of the communities and of their files.
    public var shared: [Sharing] = []
    /// Who took it up, planned ones left out.
    public var adoptions: [Adoption] = []

    /// A meeting at which a sheet was shared.
    public struct Sharing: Codable, Hashable, Sendable {
        /// The title of the community.
        public let community: String
        /// From 1; `nil` where the file does not say.
        public let meeting: Int?
        /// The day of the meeting.
        public let date: PartialDate?
    }

    /// A body that took a sheet up.
    public struct Adoption: Codable, Hashable, Sendable {
        /// Who; `nil` where the outcome does not say.
        public let by: String?
        /// What the outcome is called.
        public let title: String
        /// When it came about.
        public let date: PartialDate?
        /// The title of the community.
        public let community: String
    }

    /// Whether no community did anything with the sheet.
    public var isEmpty: Bool { shared.isEmpty && adoptions.isEmpty }

    init(of id: String, in communities: [Community]) {
        for community in communities {
            for meeting in community.meetings where meeting.status == .held && meeting.sheets.contains(id) {
                shared.append(Sharing(community: community.title, meeting: meeting.number, date: meeting.date))
            }
            for outcome in community.outcomes
            where outcome.kind == .adoption && outcome.isDone && outcome.sheets.contains(id) {
                adoptions.append(
                    Adoption(by: outcome.by, title: outcome.title, date: outcome.date, community: community.title))
            }
        }
    }
}

extension Snapshot {
    /// What communities did with a sheet; nothing where the snapshot holds no communities.
    public func uses(of id: String) throws -> SheetUses {
        SheetUses(of: id, in: try communities())
    }
}

extension SheetUses {
    /// As labels and values, for readers; empty where there is nothing to say.
    public func facts(_ language: Language) -> [(label: String, value: String)] {
        let sharings = shared.map { sharing in
            let details = [
                sharing.meeting.map { language.say("incontro \($0)", "meeting \($0)") },
                sharing.date?.text(in: language),
            ].compactMap { $0 }
            return sharing.community + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        }
        let takers = adoptions.map { adoption in
            let details = [adoption.community, adoption.date?.text(in: language)].compactMap { $0 }
            return (adoption.by ?? adoption.title) + " (\(details.joined(separator: ", ")))"
        }
        return [
            (language.say("Condivisa in", "Shared in"), sharings.joined(separator: "; ")),
            (language.say("Adottata in comunità da", "Taken up in communities by"), takers.joined(separator: "; ")),
        ].filter { !$0.1.isEmpty }
    }
}

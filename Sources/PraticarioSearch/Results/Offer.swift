public import PraticarioSystem

/// Sheets outside the answer that a reader may still want, under a label that says why.
public struct Offer: Codable, Hashable, Sendable {
    /// Why they are offered: `In regione: Puglia`.
    public var label: LocalizedText
    /// Best first.
    public var hits: [SearchHit]
}

/// How pages are served.
public struct WebOptions: Sendable {
    /// Who may come.
    public enum Visitors: Sendable, Equatable {
        /// Whoever reaches the address, to read what is published.
        case anybody
        /// Who opened the knowledge base on this machine, and nobody else: may do everything. The token, in the address
        /// that is opened, lets in once.
        case owner(token: String)
        /// Whoever reaches the address reads what is published; the people of the knowledge base come in and do what
        /// their role lets them.
        case people
    }

    /// The address on which is listened: `127.0.0.1` is heard from this machine alone, `0.0.0.0` from everywhere.
    public var host = "127.0.0.1"
    /// 0 takes any that is free.
    public var port = 0
    /// Who may come.
    public var visitors = Visitors.anybody
    /// How often files are looked at for changes that others made, in seconds.
    public var refreshInterval = 1.0
    /// The names by which the server may be called, without a port; empty for any. Keeps pages of others from asking in the
    /// name of who reads them (DNS rebinding).
    public var names: [String] = []
    /// Whether each request leaves a line on the standard error output: no addresses of persons, no questions.
    public var logsRequests = false

    /// Any free port of this machine, for anybody.
    public init() {}
}

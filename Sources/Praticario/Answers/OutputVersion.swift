/// The version of the JSON that commands write; docs/output.md tells its history.
public enum OutputVersion {
    /// Grows when a key changes its meaning or goes away.
    public static let current = 1
}

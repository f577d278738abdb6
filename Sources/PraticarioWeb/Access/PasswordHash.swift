import CSodium

/// A password as it is kept: by Argon2id, which takes so much memory that nobody tries millions.
struct PasswordHash: Sendable, Hashable {
    /// As libsodium writes it: `$argon2id$…`.
    let text: String

    /// Shorter ones are guessed.
    static let shortest = 10
    /// Longer ones are nobody's.
    static let longest = 200

    init(text: String) {
        self.text = text
    }

    /// Takes about a tenth of a second and 64 MB.
    init(of password: String) {
        _ = Secrets.random(1)
        var result = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        let status = crypto_pwhash_str(
            &result, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
            crypto_pwhash_memlimit_interactive())
        precondition(status == 0, "there is no memory for a password")
        text = String(decoding: result.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func matches(_ password: String) -> Bool {
        _ = Secrets.random(1)
        let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
        guard bytes.count <= Self.longest * 4, text.utf8.count < crypto_pwhash_strbytes() else { return false }
        return crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
    }

    /// Of nobody: who is not there takes as long to be refused as who is.
    static let nobody = PasswordHash(of: Secrets.token())
}

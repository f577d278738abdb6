import CSodium

/// Random tokens, digests and signatures, by libsodium.
enum Secrets {
    /// libsodium is asked once to make itself ready.
    private static let isReady = sodium_init() >= 0

    static func random(_ count: Int) -> [UInt8] {
        precondition(isReady, "libsodium gives no random numbers")
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// 160 bits that nobody guesses, as letters and digits that stand in an address as they are.
    static func token() -> String { hex(random(20)) }

    /// What is kept of a token: who reads it cannot make the token of it (BLAKE2b).
    static func digest(of text: String) -> String {
        precondition(isReady, "libsodium is not ready")
        var result = [UInt8](repeating: 0, count: 32)
        let bytes = Array(text.utf8)
        crypto_generichash(&result, result.count, bytes, UInt64(bytes.count), nil, 0)
        return hex(result)
    }

    /// A signature that only who has the key can make (HMAC-SHA-512-256).
    static func signature(of text: String, by key: [UInt8]) -> String {
        precondition(isReady && key.count == keySize, "a key has its size")
        var result = [UInt8](repeating: 0, count: crypto_auth_bytes())
        let bytes = Array(text.utf8)
        crypto_auth(&result, bytes, UInt64(bytes.count), key)
        return hex(result)
    }

    static var keySize: Int { crypto_auth_keybytes() }

    /// Takes as long whatever is sent, so that nobody finds a secret letter by letter.
    static func isSame(_ sent: String, _ secret: String) -> Bool {
        let (sent, secret) = (Array(sent.utf8), Array(secret.utf8))
        return sent.count == secret.count && sodium_memcmp(sent, secret, sent.count) == 0
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

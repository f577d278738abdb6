/// Sheets and questions made at random from few words, so that words meet often: what neither of us would have
/// thought of. The same seed gives the same.
public struct GeneratedSheets {
    private var random: SeededGenerator

    public init(seed: Int) {
        random = SeededGenerator(seed)
    }

    private static let words = """
        anziano anziani soli solitudine quartiere quartieri orto orti sociale sociali carcere carceri rugby squadra
        accoglienza dell'accoglienza l'orto città citta' CITTÀ perché comune comuni comunità scuola scuole doposcuola
        dopo-scuola giovani ragazzi lavoro lavorare lavorano cooperativa cooperative bene beni R&S c/o art. 5 50+ non
        senza il la di un e che Foggia Napoli Lazio Castro Ronago volontari volontariato e\u{300} naïve 1º 2019 l’aiuto
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in random.pick(Self.words) }.joined(separator: " ")
    }

    /// The text of a community, with meetings, questions and outcomes.
    public mutating func community() -> String {
        var lines = [
            "titolo: \"\(text(3))\"", "temi: [\(random.pick(["sport", "anziani soli", "scuola"]))]",
            "territori: [\(random.pick(["Roma", "Puglia", "Castro (LE)"]))]", "incontri:",
        ]
        for number in 1...4 {
            lines.append(
                "  - {numero: \(number), data: 2025-0\(number)-10, stato: svolto, argomenti: [\"\(text(5))\"], "
                    + "schede: [s\(Int.random(in: 0...45, using: &random))]}")
        }
        lines += ["domande:", "  - {domanda: \"\(text(6))?\"}", "esiti:"]
        for _ in 1...3 {
            lines.append(
                "  - {titolo: \"\(text(4))\", tipo: intervento, stato: avviato, evidenza: \"\(text(4))\", "
                    + "territori: [\(random.pick(["Foggia (FG)", "Napoli (NA)", "Fogia"]))]}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The text of one sheet; about one in six has something wrong with it.
    public mutating func sheet() -> String {
        let title = text(Int.random(in: 1...4, using: &random))
        var lines = ["titolo: \"\(title)\"", "tipo: \(random.pick(["pratica", "esperienza", "idea", "soluzione"]))"]
        if random.chance(0.05) { lines.removeLast() }
        let themes = [
            "sport", "sport in carcere", "rugby-in-carcere", "terza età", "anziani soli", "dispersione", "scuola",
        ]
        lines.append(
            "temi: [\((0..<Int.random(in: 0...2, using: &random)).map { _ in random.pick(themes) }.joined(separator: ", "))]"
        )
        let places = [
            "Roma", "Napoli", "Foggia", "provincia di Foggia", "Puglia", "Castro (LE)", "Castro (BG)", "Lazio",
            "Italia", "Ronago", "Castro", "Fogia",
        ]
        lines.append(
            "territori: [\((0...Int.random(in: 0...2, using: &random)).map { _ in random.pick(places) }.joined(separator: ", "))]"
        )
        if random.chance(0.5) { lines.append("destinatari: \(random.pick(["giovani", "detenuti"]))") }
        if random.chance(0.6) { lines.append("inizio: \(random.pick(["1999", "2010", "2019", "2023"]))") }
        if random.chance(0.3) { lines.append("fine: \(random.pick(["2015", "2020", "2024"]))") }
        if random.chance(0.5) { lines.append("stato: \(random.pick(["attiva", "conclusa", "sospesa"]))") }
        if random.chance(0.4) { lines.append("verifica: \(Int.random(in: 0...4, using: &random))") }
        if random.chance(0.6) {
            lines.append("organizzazione: \(random.pick(["Caritas di Roma", "Caritas di Napoli", "Comune di Foggia"]))")
        }
        if random.chance(0.3) {
            lines.append("partner: [\(random.pick(["UISP", "Caritas di Roma", "Scuola Pascoli"]))]")
        }
        if random.chance(0.2) { lines.append("comunità: \(random.pick(["sport-e-carcere", "aree-interne"]))") }
        if random.chance(0.2) { lines.append("aggiornata: \(random.pick(["2024-01-02", "2025-06", "2026"]))") }
        if random.chance(0.2) { lines.append("collegate: {simile_a: [s\(Int.random(in: 0...40, using: &random))]}") }
        if random.chance(0.1) { lines.append("id: s\(Int.random(in: 0...40, using: &random))") }
        if random.chance(0.1) { lines.append("da_rivedere_entro: \(random.pick(["2020-01-01", "2035"]))") }
        if random.chance(0.5) { lines.append("sintesi: \"\(text(8))\"") }
        let body =
            "## \(random.pick(["Il bisogno", "Che cosa si fa", "Altro"]))\n\n\(text(Int.random(in: 0...40, using: &random)))\n"
        return "---\n" + lines.joined(separator: "\n") + "\n---\n" + body
    }

    public static let columnMap = """
        colonne: {Titolo: titolo, Tipo: tipo, Temi: temi, Dove: territori, Ente: organizzazione, Testo: Che cosa si fa}
        valori: {pubblicazione: pubblicata}

        """

    /// A table of a few rows; some with something wrong, some that say what a sheet says already.
    public mutating func table() -> String {
        var rows = ["Titolo;Tipo;Temi;Dove;Ente;Testo"]
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let cells = [
                text(2), random.pick(["pratica", "idea", "boh"]), random.pick(["sport", "terza età; scuola", "boh"]),
                random.pick(["Foggia", "Lazio", "Castro", "NA"]), random.pick(["Caritas di Roma", "UISP", ""]),
                text(12),
            ]
            rows.append(cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";"))
        }
        return rows.joined(separator: "\r\n")
    }

    public mutating func question() -> String {
        var parts: [String] = []
        for _ in 0...Int.random(in: 0...3, using: &random) {
            switch Int.random(in: 0..<14, using: &random) {
            case 0: parts.append("\"\(text(2))\"")
            case 1: parts.append("-" + random.pick(Self.words))
            case 2: parts.append(String(random.pick(Self.words).prefix(4)) + "*")
            case 3:
                parts.append(
                    "territorio:"
                        + random.pick(["foggia", "puglia", "FG", "castro", "sud", "Ronago", "\"provincia di roma\""]))
            case 4: parts.append("tema:" + random.pick(["sport", "anziani", "\"abbandono scolastico\"", "boh"]))
            case 5:
                parts.append(random.pick(["-", ""]) + "tipo:" + random.pick(["pratica", "idea", "soluzione,idea"]))
            case 6: parts.append(random.pick(["anno:2019", "anno:2010-2015", "dal:2015", "anno:-2012"]))
            case 7:
                parts.append(
                    random.pick([
                        "ente:caritas", "stato:attiva", "verifica:2+", "comunità:aree-interne", "destinatari:giovani",
                    ]))
            case 8: parts.append("titolo:" + random.pick(Self.words))
            default: parts.append(random.pick(Self.words))
            }
        }
        return parts.joined(separator: " ")
    }
}

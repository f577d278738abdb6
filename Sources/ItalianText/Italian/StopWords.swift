/// Words so common that they say nothing of what a text is about. They are kept in phrases.
///
/// Senza, contro, dopo, non, sopra, sotto, prima, oltre are none: `contro la violenza`, `dopo di noi`.
enum StopWords {
    /// With accents and without them, as people type.
    static let all: Set<String> = {
        let words = WordList.words(of: list)
        return Set(words + words.map(Folding.base))
    }()

    /// Those with which people speak of themselves: `mia madre`, `non ho`. Sono may be others, ci a place.
    static let ofOneself: Set<String> = [
        "io", "mi", "mio", "mia", "miei", "mie", "ho", "abbiamo", "siamo", "nostro", "nostra", "nostri", "nostre",
    ]

    static let list = """
        il lo la i gli le l un uno una
        di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli
        dalle nel nello nella nei negli nelle col coi collo colla sul sullo sulla sui sugli sulle
        e ed o od ma se perché anche che chi cui come dove quando quanto quanta quanti quante quale quali quindi dunque
        però oppure ovvero cioè mentre poiché affinché finché né pure anzi infatti inoltre tuttavia
        io tu lui lei noi voi loro mi ti ci vi si lo ne me te sé ce ve gli glielo gliela esso essa essi esse
        mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre
        questo questa questi queste quello quella quelli quelle quel quei quegli ciò tale tali stesso stessa stessi stesse
        sono sei è siamo siete era eri erano eravamo essere essendo sia siano fosse fossero fu furono sarà saranno sarebbe
        sarebbero ho hai ha abbiamo avete hanno avere avendo aveva avevano avrà avranno avrebbe avrebbero abbia abbiano
        più meno molto molta molti molte poco poca pochi poche tanto tanta tanti tante tutto tutta tutti tutte ogni
        qualche alcuni alcune alcun alcuno nessun nessuno nessuna altro altra altri altre ancora già poi così qui qua lì là
        soltanto proprio sempre mai ecco presso circa verso durante tramite
        """
}

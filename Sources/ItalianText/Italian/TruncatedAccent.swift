/// Words typed with an apostrophe for their accent: `citta'`, `perche'`.
enum TruncatedAccent {
    /// The accented form of an unaccented lower-case word that an apostrophe follows; `nil` unless it is in the list,
    /// so that `un 'patto'` stays what it is.
    static func accented(_ word: String) -> String? {
        table[word]
    }

    /// By what is left without their accents: each has one, at its end.
    private static let table: [String: String] = Dictionary(
        WordList.words(of: words).map { (Folding.base(of: $0), $0) }, uniquingKeysWith: { _, last in last })

    static let words = """
        abilità accessibilità affidabilità affinché agilità ambiguità amenità andrà antichità anzianità anziché artigianalità
        assiduità attività attualità autenticità autorità avrà avidità bambù beltà benché bontà brevità brutalità caffè
        calamità capacità carità casualità castità celebrità cioè città civiltà collegialità collettività colpevolezza
        comicità comodità compatibilità competitività complementarità complessità complicità comproprietà comunità
        conflittualità conformità continuità contrarietà cordialità corresponsabilità così creatività credibilità criminalità
        crudeltà curiosità darà debilità densità dignità difficoltà dignità disabilità discontinuità
        disparità disponibilità diversità domesticità domiciliarità dovrà è elasticità eccezionalità economicità efficacità
        emotività entità equità eredità età eternità facilità facoltà falsità familiarità farà fatalità
        fedeltà felicità fertilità fiscalità flessibilità formalità fragilità fraternità funzionalità generalità generosità
        genitorialità genuinità già giacché gioventù giovedì gratuità gravità idoneità identità illegalità imparzialità
        imprenditorialità impossibilità incapacità indennità indisponibilità inferiorità infermità informalità ingenuità
        instabilità integrità intensità intenzionalità interculturalità interdisciplinarità intersettorialità
        invalidità irregolarità lealtà legalità legittimità libertà liceità lì lunedì località longevità là
        maestà maternità martedì marginalità malignità mentalità menù mercoledì mobilità modalità modernità morosità
        mortalità multiculturalità municipalità mutualità natalità naturalità nazionalità né necessità neutralità nobiltà
        normalità notorietà novità nudità obiettività obesità onestà operatività opportunità originalità ospitalità oscurità
        ostilità parità parzialità paternità però perché perpetuità personalità pietà più pluralità poiché popolarità
        positività possibilità potenzialità potrà povertà precarietà priorità probabilità professionalità profondità
        progettualità proprietà prosperità prossimità pubblicità può puntualità purché qualità quantità quotidianità ragù
        rapidità rarità razionalità realtà reciprocità redditività regolarità relatività religiosità replicabilità
        residenzialità responsabilità ricettività rigidità rivalità ruralità sanità santità sarà scientificità schiavitù semplicità
        sensibilità serenità serietà servitù severità sessualità siccità sicché simultaneità sincerità società
        sobrietà solidarietà sommità sordità sostenibilità sovranità specialità specificità spettacolarità spiritualità
        spontaneità stabilità starà staticità sterilità storicità strumentalità sussidiarietà superiorità temporaneità
        territorialità tipicità tonalità totalità tracciabilità tranquillità tribù umanità umidità umiltà unicità unità
        università universalità urbanità utilità validità vanità varietà vastità velocità venerdì verità verrà vicinalità
        virtù virtuosità visibilità vitalità vivacità vivibilità volontà volontarietà volubilità vulnerabilità
        """
}

import ItalianText

/// Comuni that are called like everyday words: `lavorare in campagna` names no comune.
///
/// Written by hand: of the comuni whose name is a word in the Italian list of wordfreq (Zipf 2.8 and more, see
/// Scripts/lexicon/make_words.py), those that people write in lower case as something else. Rarer ones are left out: what
/// nobody types needs no rule. Names of people and things are here, too, `Paola`, `magenta`, and what inhabitants' names would
/// be taken for, `campane`. Potenza, Massa and Prato are here, Latina, Foggia and Brindisi are not: few speak of the
/// words.
package enum EverydayPlaces {
    /// - Parameter key: folded.
    static func contains(_ key: String) -> Bool { names.contains(key) }

    /// What stands before the name of a place: `a Prato`, `di Noci`.
    static func isPreposition(_ word: String) -> Bool { prepositions.contains(word.lowercased()) }

    /// Whether the letters of a province are short for something else as often: la PA, un PC, la TV.
    static func isAbbreviation(_ sigla: String) -> Bool { abbreviations.contains(sigla) }

    package static let abbreviations: Set<String> = ["CE", "PA", "PC", "RC", "TV"]

    package static let prepositions: Set<String> = [
        "a", "ad", "da", "in", "di", "per", "presso", "verso", "tra", "fra", "su",
    ]

    private static let names = Set(WordList.words(of: list))

    private static let list = """
        centro isole ne ora vita dello lei male paese siano dare bella grado mese re alto pare opera ultimo fondo calcio prezzo
        terzo anzi scena campagna vittoria bianco noto sacco rende canale nomi fonte massa zone sale onore trovo dolce rosa
        cento posta stia fondi potenza ponte conta nave grosso sostegno quarto scala medicina lettere don norma minori fermo
        porte nove rossa montagna bianchi lago ali liberi segni cattolica monti chiusa stella fascia angolo naso piatto inverno
        parenti bomba torno colonna licenza tornata mossa popoli amato cardinale rose pero meta bruno mura russi parete
        capaci viola mira chiusi montagne trenta prato alba erba quindici arco troia sesto riva greci musei vasto fallo sabbia
        cambiano piscina crema barbara salve quadri donato carbone cerchio viale ponti spera urbana panni lana canna calci
        giardini carro chiari isolato lenta toro ala castelli gallo matrice arena mele fortezza amaro campana martello maglie
        fossa rotonda scopa penne mattinata patti cori altare poli lode mori altissimo carceri borghi mosso erbe laghi acuto
        archi liscia diamante candela contrada valenza casella ottone camino mantello rive rubano pizzo grana apice
        candida volano cervo noci cene sigillo grotte novella pagani taverna asso monta lavagna macello falcone ceto pila cave
        covo barile perito sommo cascina lauro fosso sorgono portici rea ari greggio premia levate sospiro paterno spessa
        vicoli paludi fornelli lesa furore resina vallata sorso riposto masi novello pesche fornace zeri tramonti piglio
        girasole soave bidoni rotondi serrata meri mazze none filetto stilo dazio pigra tortora torretta serre pergola mozzo
        rotella montone ardore millesimo calco bozzolo coli benestare amorosi camini fontanella soglio vicari sperone mirto
        spinoso molare bettola scapoli ginestra montanaro incudine magione veglie ameno travagliato vaglia ossi casto casina
        marino paola carini monopoli amelia nettuno caravaggio saviano laterza augusta dolo acri sora montale malo magenta
        palmi mirano ottaviano cittadella campane fermano camposanto este pace mare valle torre castello corte villa borgo rocca porto romana force nesso armeno longobardi
        """
}

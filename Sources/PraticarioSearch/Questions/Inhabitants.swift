import ItalianText

/// What people and things of a territory are called: `piemontesi`, `sarda`, `napoletano`.
///
/// The regions and the provincial capitals by hand; of the other comuni of 15,000 residents and more those whose name makes
/// one by the rule (-ese, -ano, -ino) that the Italian list of wordfreq knows and that is no other word, looked at one by one.
package enum Inhabitants {
    /// The name of the territory that a word is made of, in any gender and number.
    ///
    /// - Parameter key: folded.
    static func territory(of key: String) -> String? { territories[key] }

    /// The name of the territory by every form, folded; none that is an everyday word.
    package static let territories: [String: String] = {
        var territories: [String: String] = [:]
        for pair in WordList.words(of: list) {
            let parts = pair.split(separator: ":").map(String.init)
            let name = parts[1].split(separator: "_").joined(separator: " ")
            for form in forms(of: parts[0]) where !EverydayPlaces.contains(form) { territories[form] = name }
        }
        return territories
    }()

    /// `sardo, sarda, sardi, sarde`; `comasco, comasca, comaschi, comasche`; `ligure, liguri`.
    private static func forms(of word: String) -> [String] {
        let root = String(word.dropLast())
        if word.hasSuffix("e") { return [word, root + "i"] }
        if word.hasSuffix("co") { return [word, root + "a", root + "hi", root + "he"] }
        return ["o", "a", "i", "e"].map { root + $0 }
    }

    private static let list = """
        piemontese:Piemonte valdostano:Valle_d'Aosta lombardo:Lombardia altoatesino:Bolzano sudtirolese:Bolzano
        friulano:Friuli ligure:Liguria emiliano:Emilia-Romagna romagnolo:Romagna
        toscano:Toscana umbro:Umbria marchigiano:Marche laziale:Lazio abruzzese:Abruzzo molisano:Molise campano:Campania
        pugliese:Puglia lucano:Basilicata calabrese:Calabria siciliano:Sicilia sardo:Sardegna
        torinese:Torino vercellese:Vercelli novarese:Novara cuneese:Cuneo astigiano:Asti alessandrino:Alessandria aostano:Aosta
        imperiese:Imperia savonese:Savona genovese:Genova spezzino:La_Spezia varesino:Varese comasco:Como
        sondriese:Sondrio milanese:Milano bergamasco:Bergamo bresciano:Brescia pavese:Pavia cremonese:Cremona
        mantovano:Mantova bolzanino:Bolzano trentino:Trento veronese:Verona vicentino:Vicenza bellunese:Belluno
        trevigiano:Treviso veneziano:Venezia padovano:Padova rodigino:Rovigo udinese:Udine goriziano:Gorizia
        triestino:Trieste piacentino:Piacenza parmense:Parma modenese:Modena bolognese:Bologna
        ferrarese:Ferrara ravennate:Ravenna forlivese:Forlì cesenate:Cesena pesarese:Pesaro urbinate:Urbino
        anconetano:Ancona maceratese:Macerata ascolano:Ascoli_Piceno carrarese:Carrara lucchese:Lucca pistoiese:Pistoia
        fiorentino:Firenze livornese:Livorno aretino:Arezzo senese:Siena grossetano:Grosseto perugino:Perugia
        ternano:Terni viterbese:Viterbo reatino:Rieti romano:Roma frusinate:Frosinone casertano:Caserta beneventano:Benevento
        napoletano:Napoli partenopeo:Napoli avellinese:Avellino salernitano:Salerno aquilano:L'Aquila teramano:Teramo
        pescarese:Pescara chietino:Chieti teatino:Chieti campobassano:Campobasso foggiano:Foggia barese:Bari
        tarantino:Taranto brindisino:Brindisi leccese:Lecce potentino:Potenza materano:Matera cosentino:Cosenza
        catanzarese:Catanzaro reggino:Reggio_Calabria reggiano:Reggio_Emilia trapanese:Trapani palermitano:Palermo
        messinese:Messina agrigentino:Agrigento nisseno:Caltanissetta ennese:Enna catanese:Catania ragusano:Ragusa
        siracusano:Siracusa sassarese:Sassari nuorese:Nuoro cagliaritano:Cagliari pordenonese:Pordenone isernino:Isernia
        oristanese:Oristano biellese:Biella lecchese:Lecco lodigiano:Lodi riminese:Rimini pratese:Prato crotonese:Crotone
        vibonese:Vibo_Valentia verbanese:Verbania monzese:Monza fermano:Fermo barlettano:Barletta andriese:Andria
        tranese:Trani massese:Massa
        sorrentino:Sorrento sanremese:Sanremo imolese:Imola faentino:Faenza nolano:Nola pinerolese:Pinerolo
        cassinese:Cassino tortonese:Tortona recanatese:Recanati aversano:Aversa fabrianese:Fabriano spoletino:Spoleto
        vigevanese:Vigevano algherese:Alghero fanese:Fano orvietano:Orvieto empolese:Empoli cortonese:Cortona
        sulmonese:Sulmona viareggino:Viareggio ercolanese:Ercolano legnanese:Legnano vogherese:Voghera saluzzese:Saluzzo
        gallaratese:Gallarate correggese:Correggio chiavarese:Chiavari scafatese:Scafati marsalese:Marsala
        saronnese:Saronno sarzanese:Sarzana piombinese:Piombino molfettese:Molfetta afragolese:Afragola gelese:Gela
        gallipolino:Gallipoli monfalconese:Monfalcone fasanese:Fasano meranese:Merano mirandolese:Mirandola lucerino:Lucera
        monrealese:Monreale chierese:Chieri roveretano:Rovereto milazzese:Milazzo melfitano:Melfi modicano:Modica
        jesino:Jesi rapallese:Rapallo saviglianese:Savigliano riccionese:Riccione scandianese:Scandiano osimano:Osimo
        alcamese:Alcamo termolese:Termoli vimercatese:Vimercate narnese:Narni bitontino:Bitonto viadanese:Viadana
        portogruarese:Portogruaro modugnese:Modugno certaldese:Certaldo avezzanese:Avezzano fossanese:Fossano
        maddalonese:Maddaloni cremasco:Crema folignate:Foligno tifernate:Città_di_Castello eugubino:Gubbio
        """
}

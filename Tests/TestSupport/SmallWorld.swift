public import PraticarioCorpus

/// Vocabularies small enough to be read in a test, with the traps of the real ones: homonyms, a suppressed comune, a
/// province and a comune of one name, three levels of themes.
public enum SmallWorld {
    public static let themes = """
        concepts:
          - {id: sport, prefLabel: {it: Sport, en: Sport}, altLabel: {it: [attività motoria]}}
          - {id: sport-in-carcere, broader: sport, prefLabel: {it: Sport in carcere, en: Sport in prison}}
          - {id: rugby-in-carcere, broader: sport-in-carcere, prefLabel: {it: Rugby in carcere, en: Rugby in prison}}
          - {id: anziani, prefLabel: {it: Anziani, en: Older people}, altLabel: {it: [terza età, nonni]}}
          - {id: solitudine, broader: anziani, prefLabel: {it: Solitudine degli anziani, en: Loneliness}, altLabel: {it: [anziani soli]}}
          - {id: scuola, prefLabel: {it: Scuola, en: School}}
          - {id: dispersione, broader: scuola, prefLabel: {it: Dispersione scolastica, en: Drop-out}, altLabel: {it: [abbandono scolastico]}}
          - {id: violenza, prefLabel: {it: Violenza sulle donne, en: Violence against women}, sensitivePlace: true, sensitiveWords: [antiviolenza]}

        """

    public static let targetGroups = """
        concepts:
          - {id: giovani, prefLabel: {it: Giovani, en: Young people}}
          - {id: detenuti, prefLabel: {it: Persone detenute, en: Prisoners}, altLabel: {it: [detenuti]}}

        """

    public static let territories = """
        # Una piccola Italia
        code\tname\talt_names\tlevel\tparent\tsigla\tcadastral\tvalid_from\tvalid_to\tsuccessors
        IT\tItalia\t\tcountry\t\t\t\t\t\t
        1\tNord-ovest\t\tdivision\tIT\t\t\t\t\t
        3\tCentro\tItalia centrale\tdivision\tIT\t\t\t\t\t
        4\tSud\tItalia meridionale\tdivision\tIT\t\t\t\t\t
        5\tIsole\t\tdivision\tIT\t\t\t\t\t
        03\tLombardia\t\tregion\t1\t\t\t\t\t
        12\tLazio\t\tregion\t3\t\t\t\t\t
        15\tCampania\t\tregion\t4\t\t\t\t\t
        16\tPuglia\t\tregion\t4\t\t\t\t\t
        013\tComo\t\tprovince\t03\tCO\t\t\t\t
        016\tBergamo\t\tprovince\t03\tBG\t\t\t\t
        058\tRoma\tCittà metropolitana di Roma Capitale\tprovince\t12\tRM\t\t\t\t
        063\tNapoli\tCittà metropolitana di Napoli\tprovince\t15\tNA\t\t\t\t
        071\tFoggia\t\tprovince\t16\tFG\t\t\t\t
        075\tLecce\t\tprovince\t16\tLE\t\t\t\t
        013228\tRonago\t\tmunicipality\t013\tCO\tH521\t\t2024-01-01\t013256
        013256\tUggiate con Ronago\t\tmunicipality\t013\tCO\tM439\t2024-01-01\t\t
        016065\tCastro\t\tmunicipality\t016\tBG\tC337\t\t\t
        058091\tRoma\t\tmunicipality\t058\tRM\tH501\t\t\t
        063049\tNapoli\t\tmunicipality\t063\tNA\tF839\t\t\t
        071024\tFoggia\t\tmunicipality\t071\tFG\tD643\t\t\t
        071051\tSan Severo\t\tmunicipality\t071\tFG\tI158\t\t\t
        075035\tLecce\t\tmunicipality\t075\tLE\tE506\t\t\t
        075096\tCastro\tCastro Marina\tmunicipality\t075\tLE\tM261\t\t\t

        """

    public static let areas = """
        areas:
          - {id: tavoliere, name: Tavoliere, parent: "071", territories: ["071024", "071051"]}
        groups:
          - {name: Capitanata e Salento, altNames: [Foggia e Lecce], territories: ["071", "075"]}

        """

    public static let settings = "titolo: Archivio di prova\nlingua: it\nformato: 1\n"

    public static let vocabularies: Vocabularies = {
        let read = Vocabularies.read { file in
            switch file {
            case .themes: Array(themes.utf8)
            case .targetGroups: Array(targetGroups.utf8)
            case .territories: Array(territories.utf8)
            case .areas: Array(areas.utf8)
            }
        }
        precondition(read.diagnostics.isEmpty, "\(read.diagnostics)")
        return read.vocabularies
    }()
}

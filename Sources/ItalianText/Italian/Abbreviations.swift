/// Words cut short, as lists and tables have them: `ass. di vol.`, `pers. con disab.`.
///
/// Only what ends in a full stop is one, and none of these is a word that may end a sentence.
enum Abbreviations {
    /// What each stands for, by its letters without accents.
    static let all: [String: String] = {
        var all: [String: String] = [:]
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: ":")
            for short in parts[0].split(separator: " ") { all[String(short)] = String(parts[1]) }
        }
        return all
    }()

    static let list = """
        alim:alimentare
        amb:ambiente
        ambul:ambulatorio
        anz:anziani
        ass assoc associaz:associazione
        assist:assistenza
        bamb:bambini
        bibl:biblioteca
        civ:civile
        coop:cooperativa
        cult:cultura
        disab:disabilità
        domic:domiciliare
        educ:educazione
        fam famigl:famiglie
        fond:fondazione
        giov:giovani
        immigr:immigrati
        inserim:inserimento
        intell:intellettiva
        internaz:internazionale
        ist:istituto
        lav:lavoro
        naz:nazionale
        org organizz:organizzazione
        osp osped:ospedale
        parr:parrocchia
        pers:persone
        prog:progetto
        prot:protezione
        psich:psichico
        quart:quartiere
        rag:ragazzi
        reg:regionale
        sanit:sanitario
        scol:scolastico
        serv:servizio
        soc:sociale
        stran:stranieri
        stud:studenti
        terr:territorio
        univ:università
        vol volont:volontariato
        """
}

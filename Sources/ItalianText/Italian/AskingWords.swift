/// Words with which people ask, and that do not tell what they ask for: `esempi di`, `come si apre`, `cosa si può fare`; and
/// those with which they tell a need, who has it and since when: `mio figlio non riesce`, `da mesi non trovo un posto`.
///
/// They are no stop words: a sheet that has them is a little better, but they decide nothing beside words that tell.
enum AskingWords {
    /// Without accents.
    static let all = Set(WordList.words(of: list))

    static let list = """
        esempio esempi progetto progetti bando bandi iniziativa iniziative informazione informazioni info
        cosa cose modo modi tipo tipi anno anni nome nomi numero qualcosa qualcuno
        fa fai fare faccio facciamo fate fanno fatto fatta fatti fatte
        posso puoi puo possiamo potete possono potere potrei potrebbe
        voglio vuole vogliamo vogliono vorrei vorremmo
        devo deve dobbiamo devono dovrei bisogna occorre serve servono
        so sapere sa sai sapete conoscete
        apre apro aprire aprono trova trovo trovare trovano trovi cerca cerco cercare cerchiamo cercano
        esiste esistono sta stanno viene vengono va vanno
        chiama chiamato chiamata chiamati significa avviene
        gratis vicino vicina vicini vicine
        bisogno problema problemi aiuto aiutare aiuta aiutano aiutarmi aiutarci aiutarlo aiutarla
        riesco riesce riusciamo riescono riuscire vado vai andare andiamo sto stai stare stiamo restare
        voluto voluta volere smesso arrivo arriva arrivare succede capita funziona funzionano
        organizzare organizzo organizzano creare avviare iniziare cominciare usare coinvolgere proporre
        troppo troppa posto posti volta volte giorno giorni mese mesi settimana settimane
        figlio figlia fratello sorella marito moglie padre madre mamma
        """
}

/// What each format is for, in one line.
enum ExportFormatHelp {
    static let text = """
        Documenti / documents:
          markdown  un testo con indice / a text with contents
          html      una pagina da leggere e da stampare / one page to read and print
          page      una pagina con la sua ricerca / one page with a search of its own
          site      una cartella di pagine, con mappa e ricerca / pages, map and search
          docx odt epub   serve pandoc / needs pandoc
          pdf       serve weasyprint / needs weasyprint
        Dati / data:
          csv       Excel in Italia; in una cartella/ anche le tabelle lunghe / long tables
          xlsx      un foglio di calcolo / a spreadsheet
          json jsonl      tutto ciò che le schede dicono / all that sheets say
          jsonld    schema.org
          dcat      il dataset per i portali, DCAT-AP_IT / the dataset for portals
          skos      i vocabolari / the vocabularies
          bundle    un archivio da passare a un'altra rete / a knowledge base to hand on
        Le "Note interne" non escono mai. Sito, dati aperti e bundle prendono solo schede
        pubblicate con una licenza, senza esempi. / Internal notes never leave; site, open
        data and bundle take only published sheets with a licence, no examples.
        """
}

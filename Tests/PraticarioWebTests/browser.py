"""What people do in a real browser: the three jobs, a sheet from nothing to published, two at one sheet, a spreadsheet with errors.

    browser.py CHROMIUM ADDRESS LINK_OF_ANNA LINK_OF_BRUNO LINK_OF_CARLA SPREADSHEET

Anna and Bruno edit, Carla proposes.

Prints a line for everything that is not as it should be; nothing is good.
"""

import struct
import sys
import zlib

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM, BASE, ANNA, BRUNO, CARLA, SPREADSHEET = sys.argv[1:]
DESKTOP = {"width": 1100, "height": 900}
PHONE = {"width": 390, "height": 800}


def expect(holds, what):
    if not holds:
        print(what)


def visit(page, address, what=""):
    answer = page.goto(BASE + address)
    expect(answer.ok, f"{address}: {answer.status} {what}")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(wide <= 0, f"{address}: {wide} pixels wider than the screen")


def person(browser, link, viewport=DESKTOP, script=True):
    context = browser.new_context(viewport=viewport, locale="it-IT", java_script_enabled=script)
    page = context.new_page()
    page.goto(BASE + "/entra?codice=" + link)
    if page.query_selector("main form button"):
        page.click("main form button")
    return context, page


def accessible(page, address):
    found = Axe().run(page).response["violations"]
    expect(not found, f"{address}: " + ", ".join(one["id"] for one in found))


def read(browser):
    """Search by territory, find by theme, take a collection away: with script and without, on a desk and on a phone."""
    for script, viewport in [(True, DESKTOP), (False, PHONE)]:
        page = browser.new_context(viewport=viewport, locale="it-IT", java_script_enabled=script,
                                   accept_downloads=True).new_page()
        visit(page, "/")
        page.fill("main [name=q]", "orto territorio:foggia")
        page.press("main [name=q]", "Enter")
        page.wait_for_load_state()
        expect(page.query_selector("main a[href^='/schede/']"), f"script {script}: no sheet of Foggia")
        before = page.url
        page.click("main a[href^='/schede/']")
        page.wait_for_load_state()
        expect("/schede/" in page.url, f"script {script}: no page of a sheet")
        page.go_back()
        expect(page.url == before, f"script {script}: the way back leads to {page.url}")
        visit(page, "/temi")
        visit(page, "/cerca?q=tema:sport")
        expect(page.query_selector("main a[href^='/schede/']"), f"script {script}: no sheet on sport")
        visit(page, "/raccolte")
        page.click("main a[href^='/raccolte/']")
        page.wait_for_load_state()
        link = page.query_selector("main a[href*='csv']")
        expect(link, f"script {script}: the collection cannot be taken away")
        if link:
            answer = page.request.get(BASE + link.get_attribute("href"))
            expect(answer.ok and "Titolo" in answer.text(), f"script {script}: no table of the collection")
        if script:
            for address in ["/", "/cerca?q=orto", "/temi", "/territori", "/territori?territorio=16&q=orto", "/raccolte",
                            "/comunita"]:
                visit(page, address)
                accessible(page, address)
        look_around(page, script)


def look_around(page, script):
    """From the map of Italy to a region and to sheets of one of its places, by keyboard, and back."""
    visit(page, "/territori")
    page.focus("figure.map a[href*='territorio=16']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.inner_text("h1") == "Puglia", f"script {script}: the map does not lead to the region")
    page.focus(".places ul a")
    place = page.inner_text(".places ul a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect("/cerca?" in page.url and page.query_selector("main .hit"), f"script {script}: no sheet of {place}")
    here = page.url
    with page.expect_navigation():
        page.click("main a[href^='/territori?']")
    expect(page.inner_text("h1") == "Puglia", f"script {script}: the search does not lead to the map")
    page.go_back()
    expect(page.url == here, f"script {script}: back leads to {page.url}")
    visit(page, "/territori")
    page.focus(".places summary")
    page.keyboard.press("Enter")
    expect(page.is_visible(".places details[open] a"), f"script {script}: the provinces do not unfold")


def write(page, title, script):
    """From nothing to published."""
    visit(page, "/scrivi/nuova?tipo=practice")
    for name, text in [("title", title), ("summary", "Una <b>prova</b>."), ("themes.0", "sport"),
                       ("territories.0", "Roma"), ("organization.name", "Associazione di prova"),
                       ("people.0.number", "12"), ("sources.0.title", "Un incontro")]:
        page.fill(f"[name='f.{name}']", text)
    page.click("form.write button:has-text('Salva')")
    page.wait_for_load_state()
    expect("fatto=salvata" in page.url, f"{title} was not saved: {page.url}")
    page.click("main a:has-text('Pubblica')")
    page.wait_for_load_state()
    if script:
        accessible(page, "stato")
    page.click("form[action$='/stato/pubblica'] button")
    page.wait_for_load_state()
    expect(page.query_selector("main .done"), f"{title} was not published: {page.url}")
    expect("<b>prova</b>" in page.inner_text("main"), f"{title}: what was typed is not shown as it was typed")


def meet(anna, bruno):
    """Two change one sheet: the second sees what the first wrote, and nothing is lost."""
    address = "/schede/orto-di-via-mazzini/modifica"
    visit(anna, address)
    visit(bruno, address)
    bruno.fill("[name='f.summary']", "La frase di Bruno.")
    bruno.click("form.write button:has-text('Salva')")
    bruno.wait_for_load_state()
    anna.fill("[name='f.summary']", "La frase di Anna.")
    anna.click("form.write button:has-text('Salva')")
    anna.wait_for_load_state()
    expect("fatto=" not in anna.url, "the second writer is not told of the first")
    shown = anna.content()
    expect("La frase di Bruno." in shown and "La frase di Anna." in shown, "a conflict does not show both versions")
    accessible(anna, "conflict")
    anna.fill("[name='f.summary']", "La frase di tutti e due.")
    anna.click("form.write button:has-text('Salva')")
    anna.wait_for_load_state()
    expect("fatto=salvata" in anna.url, f"a conflict cannot be settled: {anna.url}")
    expect("La frase di tutti e due." in anna.inner_text("main"), "what both agreed on is not there")


def go_back(anna, bruno):
    """What a sheet said before is shown and written again; who has an old page open is told so."""
    address = "/schede/orto-di-via-mazzini"
    visit(bruno, address + "/stato")
    visit(anna, address + "/storia")
    accessible(anna, "/storia")
    for summary in anna.query_selector_all("main summary"):
        summary.click()
    shown = anna.inner_text("main")
    expect("tolto: La frase di Bruno." in shown and "aggiunto: La frase di tutti e due." in shown,
           f"the history does not say what changed: {shown[:600]}")
    accessible(anna, "/storia, open")
    anna.click("main li:nth-child(2) button:has-text('Riporta')")
    anna.wait_for_load_state()
    expect("fatto=riportata" in anna.url, f"an older version is not written: {anna.url}")
    expect("La frase di Bruno." in anna.inner_text("main"), "the older version is not there")
    bruno.click("form[action$='/archivia'] button")
    bruno.wait_for_load_state()
    expect("fatto=" not in bruno.url, "an old page archives a sheet that nobody read")
    expect("Riporta" in bruno.inner_text("main").replace("riporta", "Riporta"), "what was done meanwhile is not said")
    accessible(bruno, "a stale click")


def propose(carla, anna, script):
    """Carla proposes two changes of a sheet that is out; Anna accepts one of them and says why not the other."""
    address = "/schede/orto-di-via-mazzini"
    before = "script" if script else "plain"
    visit(carla, address)
    carla.click("main a:has-text('Proponi una modifica')")
    carla.wait_for_load_state()
    carla.fill("[name='f.summary']", f"La frase di Carla, {before}.")
    carla.fill("[name='f.start']", "2019" if script else "2018")
    carla.click("form.write button:has-text('Proponi')")
    carla.wait_for_load_state()
    expect("fatto=proposta" in carla.url, f"a change cannot be proposed: {carla.url}")
    proposal = carla.url.split("?")[0]
    if script:
        accessible(carla, "proposta, di chi propone")
    visit(anna, "/revisione")
    expect(anna.query_selector(f"main a[href='{proposal.removeprefix(BASE)}']"), "no proposal waits for an editor")
    visit(anna, proposal.removeprefix(BASE))
    expect(anna.query_selector("ins") and anna.query_selector("del"), "what would change is not marked")
    if script:
        accessible(anna, "proposta, di chi decide")
    for box in anna.query_selector_all("input[name=parte]"):
        label = anna.inner_text(f"label[for={box.get_attribute('id')}]")
        if "Sintesi" not in label:
            box.uncheck()
    anna.click("button[value=accogli]")
    anna.wait_for_load_state()
    expect(anna.query_selector("main .problem"), "a field is refused without a reason")
    anna.fill("[name=motivo]", "L'anno è un altro.")
    anna.click("button[value=accogli]")
    anna.wait_for_load_state()
    expect("fatto=decisa" in anna.url, f"a proposal cannot be decided: {anna.url}")
    visit(carla, "/scrivi")
    said = carla.inner_text("#proposte")
    expect("accolta in parte" in said and "L'anno è un altro." in said, "who proposed is not told what became of it")
    visit(carla, address)
    shown = carla.inner_text("main")
    expect(f"La frase di Carla, {before}." in shown, "what was accepted is not in the sheet")


def begin(page, title, script):
    """A community from nothing to one meeting and a report that is taken away."""
    visit(page, "/comunita")
    page.click("main a:has-text('Comunità nuova')")
    page.wait_for_load_state()
    if script:
        accessible(page, "comunità nuova")
    for name, text in [("title", title), ("themes.0", "sport"), ("territories.0", "Roma"),
                       ("members.0.name", "Circolo Aurora")]:
        page.fill(f"[name='f.{name}']", text)
    page.click("button[value='altro:f.members']")
    page.wait_for_load_state()
    page.fill("[name='f.members.1.name']", "Rete degli orti")
    page.click("form.write .actions button[value=salva]")
    page.wait_for_load_state()
    expect("fatto=salvata" in page.url, f"{title}: no community is begun: {page.url}")
    if script:
        accessible(page, "comunità")
    page.click("main a:has-text('Scrivi che cosa è successo')")
    page.wait_for_load_state()
    page.click("summary:has-text('Un incontro')")
    page.fill("[name='incontro.data']", "14/5/2025")
    page.select_option("[name='incontro.stato']", "held")
    page.fill("[name='incontro.persone']", "12")
    page.fill("[name='incontro.enti']", "Circolo Aurora")
    page.click("button[value=incontro]")
    page.wait_for_load_state()
    expect("fatto=salvata" in page.url, f"{title}: no meeting is written: {page.url}")
    page.click("main a[href$='/scrivi/incontri/incontro%2D1'], main a[href$='/scrivi/incontri/incontro-1']")
    page.wait_for_load_state()
    if script:
        accessible(page, "incontro")
    page.fill("[name='f.people']", "14")
    page.click("form.write .actions button[value=salva]")
    page.wait_for_load_state()
    page.click("main a:has-text('Torna alla comunità')")
    page.wait_for_load_state()
    expect("14 persone" in page.inner_text("main"), f"{title}: a meeting is not changed")
    link = page.query_selector("#rapporto a[href*='html']")
    answer = page.request.get(BASE + link.get_attribute("href"))
    expect(answer.ok and title in answer.text(), f"{title}: no report is downloaded: {answer.status}")


def drag(page):
    """Entries of a collection change places by dragging, and what is typed in a note stays."""
    visit(page, "/raccolte")
    page.click("main a[href^='/raccolte/']")
    page.wait_for_load_state()
    page.click("main a:has-text('Cura la raccolta')")
    page.wait_for_load_state()
    accessible(page, "raccolta")
    order = lambda: [item.get_attribute("id") for item in page.query_selector_all("ol.entries > li[id]")]
    before = order()
    first, second = [page.query_selector(f"[id='{name}'] .grip") for name in before[:2]]
    page.fill(f"[id='{before[0]}'] textarea", "Una nota a metà.")
    first.scroll_into_view_if_needed()
    start = first.bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    below = page.query_selector(f"[id='{before[1]}']").bounding_box()
    page.mouse.move(start["x"] + 5, below["y"] + below["height"] - 5, steps=8)
    with page.expect_response(lambda answer: "/cura" in answer.url and answer.request.method == "POST"):
        page.mouse.up()
    page.wait_for_selector("main [role=status]:not(.done, :empty)")
    expect(order()[:2] == before[1::-1], f"dragging: {before} became {order()}")
    expect(page.input_value(f"[id='{before[0]}'] textarea") == "Una nota a metà.", "dragging loses a note")
    page.reload()
    expect(order()[:2] == before[1::-1], "what was dragged is not kept")


def png(side):
    """A picture of one colour."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    rows = (b"\0" + b"\x30\x80\x50" * side) * side
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def illustrate(page, sheet, script):
    """A picture is looked at before it is added, and is not chosen twice."""
    visit(page, sheet + "/allegati")
    page.set_input_files("#immagine", {"name": "campo.png", "mimeType": "image/png", "buffer": png(60)})
    if script:
        page.wait_for_selector("#aggiungi-immagine figure img")
    page.click("#aggiungi-immagine button[value=guarda]")
    page.wait_for_load_state()
    shown = page.query_selector("#aggiungi-immagine figure img")
    expect(shown and shown.evaluate("img => img.decode().then(() => img.naturalWidth)") == 60,
           f"script {script}: a picture is not shown before it is added")
    if script:
        accessible(page, "allegati, con un'immagine da aggiungere")
    page.fill("#descrizione", "Un campo verde")
    page.click("#aggiungi-immagine button:not([value])")
    page.wait_for_load_state()
    expect("fatto=allegato" in page.url, f"script {script}: a picture that was looked at is not added: {page.url}")
    visit(page, sheet)
    expect(page.query_selector("main img[alt='Un campo verde']"), f"script {script}: no picture in the sheet")


def share(page, sheet):
    """The link of a sheet is copied, and can be handed on without a script, too."""
    visit(page, sheet)
    accessible(page, sheet)
    expect(page.input_value("#link") == BASE + sheet, f"the link of a sheet is {page.input_value('#link')}")
    page.click("button:has-text('Copia il link')")
    page.wait_for_selector(".share [role=status]:not(:empty)")
    expect(page.get_attribute(".share a", "href").startswith("mailto:?"), "a sheet is not sent by mail")


def put_back(page, sheet):
    """A sheet that was deleted is put back from its history."""
    visit(page, sheet + "/stato")
    page.fill("#motivo", "prova")
    page.click("form[action$=elimina] button")
    page.wait_for_load_state()
    page.click(f"main a[href='{sheet}/storia']")
    page.wait_for_load_state()
    accessible(page, sheet + "/storia, eliminata")
    page.click("main button[name=versione]")
    page.wait_for_load_state()
    expect("fatto=riportata" in page.url, f"a sheet is not put back: {page.url}")


def take_in(page, script):
    """A spreadsheet with errors: looked at, a row without a title completed, taken in, undone."""
    visit(page, "/importa")
    if script:
        accessible(page, "/importa")
    page.set_input_files("[name=foglio]", SPREADSHEET)
    page.click("form[action='/importa'] button")
    page.wait_for_load_state()
    shown = page.inner_text("main")
    expect("Atlantide" in shown, "an unknown territory is not told before anything is written")
    if script:
        accessible(page, "import")
    row = page.get_attribute("main a:has-text('Riga 4')", "href")
    visit(page, row)
    if script:
        accessible(page, row)
    expect("Si canta il lunedì" in page.inner_html("main"), "a row does not show what it says")
    page.fill("main [aria-invalid=true]", "Coro del lunedì")
    page.click("main .actions button[value=salva]")
    page.wait_for_load_state()
    expect("fatto=riga" in page.url and "nuove: 3" in page.inner_text("main"), f"a row is not completed: {page.url}")
    page.click("main button[value=prendi]")
    page.wait_for_load_state()
    expect("nuov" in page.inner_text("main"), f"nothing was taken in: {page.inner_text('main')[:200]}")
    visit(page, "/cerca?q=Coro+del+luned%C3%AC")
    expect("Coro del lunedì" in page.inner_text("main .hits"), "a row that was completed is no sheet")
    visit(page, "/modifiche")
    if script:
        accessible(page, "/modifiche")
    page.click("main button:has-text('Annulla')")
    page.wait_for_load_state()
    visit(page, "/cerca?q=Doposcuola+di+Atlantide")
    expect("Doposcuola di Atlantide" not in page.inner_text("main"), "an import cannot be undone")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
    read(browser)
    held, anna = person(browser, ANNA)
    _, bruno = person(browser, BRUNO)
    write(anna, "Con gli script", script=True)
    plain = browser.new_context(viewport=PHONE, locale="it-IT", java_script_enabled=False,
                                storage_state=held.storage_state()).new_page()
    write(plain, "Senza script", script=False)
    meet(anna, bruno)
    go_back(anna, bruno)
    proposing, carla = person(browser, CARLA)
    propose(carla, anna, script=True)
    bare = browser.new_context(viewport=PHONE, locale="it-IT", java_script_enabled=False,
                               storage_state=proposing.storage_state()).new_page()
    propose(bare, plain, script=False)
    begin(anna, "Giovani e spazi", script=True)
    begin(plain, "Anziani e orti", script=False)
    drag(anna)
    illustrate(anna, "/schede/con-gli-script", script=True)
    illustrate(plain, "/schede/senza-script", script=False)
    share(anna, "/schede/con-gli-script")
    put_back(anna, "/schede/senza-script")
    take_in(anna, script=True)
    take_in(plain, script=False)
    visit(anna, "/senza-risposta")
    anna.click("main button[value=conserva]")
    visit(anna, "/cerca?q=astronave")
    for address in ["/scrivi/nuova?tipo=idea", "/revisione", "/programma", "/senza-risposta",
                    "/comunita/orti/questionario", "/comunita/orti"]:
        visit(anna, address)
        accessible(anna, address)
    browser.close()

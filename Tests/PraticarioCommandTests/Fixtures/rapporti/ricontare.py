"""Counts in the files of a knowledge base what its report in JSON, on the standard input, says that it counted.

Prints how many figures it compared; ends badly with a line for each that differs. It knows nothing of the program that made
the report: YAML, CSV and the register of territories are read anew.
"""

import csv
import itertools
import json
import pathlib
import sys
import unicodedata

import yaml

base = pathlib.Path(sys.argv[1])
answer = json.load(sys.stdin)
differences, compared = [], 0


def same(where, found, expected):
    global compared
    compared += 1
    close = isinstance(expected, float) and found is not None and abs(found - expected) < 1e-9
    if found != expected and not close:
        differences.append(f"{where}: report {found!r}, files {expected!r}")


def key(name):
    plain = unicodedata.normalize("NFD", str(name).lower())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


sheets = {}
for path in base.glob("schede/**/*.md"):
    header = yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])
    sheets[path.stem] = header

plan = (load(base / "programma.yaml").get("piano") or {}) if (base / "programma.yaml").exists() else {}
files = sorted((base / "comunita").glob("*.yaml"))
chapters = {chapter["community"]["id"]: chapter for chapter in answer["report"]["chapters"]}
same("communities", len(chapters), len(files))
sums = {"held": 0, "adoptions": 0, "partnerships": 0, "interventions": 0, "planned_interventions": 0, "new_pairs": 0,
        "told_interventions": 0, "complete_chains": 0}
everybody = set()

DONE, STATUSES = ("avviato", "concluso"), ("previsto", "avviato", "concluso")
CYCLES = {"immediato": "immediate", "potenziale": "potential", "applicato": "applied", "realizzato": "realized",
          "trasformativo": "transformative"}
KINDS = {"pratica": "practice", "esperienza": "experience", "idea": "idea", "soluzione": "solution"}


def yes(value):
    # YAML 1.1 reads sì as text and no as false.
    return None if value is None else value in (True, "sì")


def pairs(groups):
    return {tuple(sorted(pair)) for group in groups for pair in itertools.combinations(sorted({key(p) for p in group}), 2)}



def gain(community, found):
    table = base / ".praticario-private" / "questionari" / f"{community}.csv"
    if not table.exists():
        return same(f"{community} gain", found, None)
    text = table.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))
    who, when, *questions = rows[0].keys()
    waves = {"prima": {}, "dopo": {}}
    for row in rows:
        waves[row[when]][row[who]] = [float(row[q]) if row[q] else None for q in questions]
    both = sorted(set(waves["prima"]) & set(waves["dopo"]))
    if len(both) < 5:
        same(f"{community} paired", found.get("paired"), None)
        same(f"{community} gain", found.get("gain"), None)
        return same(f"{community} attrition", found.get("attrition"), None)
    mean = lambda values: sum(values) / len(values)
    before = mean([mean(waves["prima"][person]) for person in both])
    after = mean([mean(waves["dopo"][person]) for person in both])
    same(f"{community} paired", found["paired"], len(both))
    same(f"{community} before", found["gain"]["mean_before"], before)
    same(f"{community} after", found["gain"]["mean_after"], after)
    same(f"{community} gain", found["gain"]["gain"], (after - before) / (5 - before))
    once = [len(set(waves["prima"]) - set(both)), len(set(waves["dopo"]) - set(both))]
    shown = all(n == 0 or n >= 5 for n in once)
    told = found.get("attrition")
    same(f"{community} attrition", told and [told["only_before"], told["only_after"]], once if shown else None)


for path in files:
    data = load(path)
    name = data.get("id") or path.stem
    chapter = chapters[name]
    found = chapter["indicators"]
    meetings, outcomes = data.get("incontri") or [], data.get("esiti") or []
    held = [m for m in meetings if m.get("stato") == "svolto"]

    counted = found["meetings"]
    same(f"{name} held", counted["held"], len(held))
    same(f"{name} online", counted["held_online"], sum(m.get("modalità") == "online" for m in held))
    same(f"{name} in person", counted["held_in_person"], sum(m.get("modalità") == "in presenza" for m in held))
    same(f"{name} cancelled", counted["cancelled"], sum(m.get("stato") == "annullato" for m in meetings))
    same(f"{name} planned", counted.get("planned"), plan.get("incontri"))

    members = {key(m["nome"]) for m in data.get("membri") or []}
    everybody |= members
    people = [m["persone"] for m in held if "persone" in m]
    counted = found["participation"]
    same(f"{name} members", counted.get("members"), len(members) or None)
    same(f"{name} people", counted.get("mean_people"), sum(people) / len(people) if people else None)
    there = {key(body) for m in held for body in m.get("enti_presenti") or []}
    same(f"{name} present", counted.get("present"), len(there & members) if there and members else None)
    dated = sorted(held, key=lambda m: str(m.get("data", "9999")))
    same(f"{name} attendance", [m.get("people") for m in counted["attendance"]], [m.get("persone") for m in dated])

    questions = [q.get("stato", "aperta") for q in data.get("domande") or []]
    counted = found.get("questions")
    expected = [questions.count(s) for s in ("aperta", "in parte", "chiusa")]
    same(f"{name} questions", counted and [counted[k] for k in ("open", "partly", "closed")], expected if questions else None)

    done = [o for o in outcomes if o.get("stato") in DONE]
    kinds = {kind: [o for o in done if o["tipo"] == kind] for kind in ("adozione", "partenariato", "intervento")}
    counted = found["adoptions"]
    same(f"{name} forms", counted["organizational_forms"],
         sum(o.get("che_cosa") == "forma organizzativa" for o in kinds["adozione"]))
    same(f"{name} models", counted["management_models"],
         sum(o.get("che_cosa") == "modello di gestione" for o in kinds["adozione"]))

    counted = found["partnerships"]
    administrations = [yes(o.get("con_pa")) for o in kinds["partenariato"] if "con_pa" in o]
    same(f"{name} new", counted["new"], len(kinds["partenariato"]))
    same(f"{name} with administration", counted.get("with_administration"),
         sum(administrations) if administrations else None)
    earlier = [p["parti"] for p in data.get("partenariati_di_partenza") or []]
    first = pairs(earlier)
    now = first | pairs([o["parti"] for o in kinds["partenariato"]])
    bodies = members | {key(p) for group in earlier for p in group}
    later = bodies | {key(p) for o in kinds["partenariato"] for p in o["parti"]}
    same(f"{name} pairs", [len(counted["before"]["edges"]), len(counted["after"]["edges"]), counted["new_edges"]],
         [len(first), len(now), len(now - first)])
    same(f"{name} bodies", [len(counted["before"]["bodies"]), len(counted["after"]["bodies"])], [len(bodies), len(later)])
    densities = [2 * len(e) / (n * (n - 1)) if n > 1 else None for e, n in ((first, len(bodies)), (now, len(later)))]
    shown = [2 * len(counted[w]["edges"]) / (n * (n - 1)) if (n := len(counted[w]["bodies"])) > 1 else None
             for w in ("before", "after")]
    same(f"{name} density", shown, densities)

    counted = found["interventions"]
    every = [o for o in outcomes if o["tipo"] == "intervento"]
    same(f"{name} interventions", [counted[k] for k in ("planned", "started", "concluded", "unstated")],
         [sum(o.get("stato") == s for o in every) for s in STATUSES] + [sum("stato" not in o for o in every)])

    counted = found["knowledge"]
    shared = {s for m in held for s in m.get("schede") or []}
    same(f"{name} shared", counted.get("shared"), len(shared) or None)
    by_kind = {}
    for sheet in shared:
        kind = KINDS[sheets[sheet]["tipo"]]
        by_kind[kind] = by_kind.get(kind, 0) + 1
    same(f"{name} kinds", counted["by_kind"], by_kind)
    same(f"{name} reused", counted["reused"], len(shared & {s for o in done for s in o.get("schede") or []}))
    made = sum(sheet.get("comunità") == name for sheet in sheets.values())
    same(f"{name} made", counted.get("produced"), made or None)

    ideas = solutions = told = complete = 0
    for o in kinds["intervento"]:
        origins = [s for s in o.get("schede") or [] if s in sheets]
        related = [target for s in origins for relation in ("deriva_da", "risponde_a")
                   for target in (sheets[s].get("collegate") or {}).get(relation) or []]
        idea = any(sheets[s]["tipo"] == "idea" for s in origins + related)
        solution = any(sheets[s]["tipo"] == "soluzione" for s in origins)
        practice = any(sheets[s]["tipo"] in ("pratica", "esperienza") for s in o.get("raccontato_in") or [])
        ideas, solutions, told, complete = (ideas + idea, solutions + solution, told + practice,
                                            complete + (idea and solution and practice))
    chains = counted["chains"]
    same(f"{name} chains", [chains[k] for k in ("from_idea", "from_solution", "told", "complete")],
         [ideas, solutions, told, complete])

    cycles, unknown = {}, 0
    for o in outcomes:
        status = o.get("stato")
        cycle = CYCLES.get(o.get("ciclo")) or {
            "previsto": "potential", "avviato": "applied",
            "concluso": "realized" if o["tipo"] == "intervento" else "applied"}.get(status)
        if cycle:
            cycles[cycle] = cycles.get(cycle, 0) + 1
        else:
            unknown += 1
    same(f"{name} cycles", found["cycles"], cycles)
    same(f"{name} without cycle", found["without_cycle"], unknown)
    gain(name, chapter.get("gain"))

    sums["held"] += len(held)
    sums["adoptions"] += len(kinds["adozione"])
    sums["partnerships"] += len(kinds["partenariato"])
    sums["interventions"] += len(kinds["intervento"])
    sums["planned_interventions"] += sum(o.get("stato") == "previsto" for o in every)
    sums["new_pairs"] += len(now - first)
    sums["told_interventions"] += told
    sums["complete_chains"] += complete

for total, expected in sums.items():
    same(f"total {total}", answer["totals"][total], expected)
same("total members", answer["totals"].get("members"), len(everybody) or None)

print("\n".join(differences) if differences else compared)
sys.exit(1 if differences else 0)

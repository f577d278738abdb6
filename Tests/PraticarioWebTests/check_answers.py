"""Holds answers of the API against its description.

    check_answers.py DESCRIPTION < ANSWERS

ANSWERS is a list of objects: path (as the description has it), body, and where they are not GET
and 200 method and status. Prints what does not fit, a line each.
"""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    description = json.load(file)
for answer in json.load(sys.stdin):
    operation = description["paths"][answer["path"]][answer.get("method", "get")]
    content = operation["responses"][answer.get("status", "200")]["content"]
    schema = {**content["application/json"]["schema"], "components": description["components"]}
    for error in jsonschema.Draft202012Validator(schema).iter_errors(answer["body"]):
        print(answer["path"], "/".join(str(part) for part in error.path), error.message[:200])

#!/usr/bin/env python3
"""Recomputes the two digests of a decision from their definitions: that of the household (digest.go of
package assistance) and that of the standards (Set.Governing of package standards).

    python3 recompute.py digests.json"""
import hashlib, json, sys

WORDS = {  # in the order of their numbers, from 1
    "residence": "urban rural", "property": "within over", "answer": "yes no", "period": "month year",
    "relation": "applicant spouse parent minor-child student dependent-adult-child adult-child independent-adult-child"
                " child-spouse grandchild grandparent sibling supported-relative",
    "absence": "clergy prison compulsory-rehabilitation missing", "support": "none incapable capable",
    "kind": "wages business property transfer other veterans-pension reward basic-pension old-age-allowance"
            " disability-subsidy child-subsidy relief",
    "category": "visual hearing speech physical intellectual mental multiple", "selfCare": "full partial none",
    "placement": "home institution", "childScheme": "orphan unattended-full unattended-topped-up",
    "activity": "eating dressing bed toilet walking bathing"}


def word(kind, value):
    return WORDS[kind].split().index(value) + 1 if value else 0


def uvarint(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out) + bytes([n])


def text(s):
    return uvarint(len(s.encode())) + s.encode()


def packed(*fields):  # (value, bits), the first in the lowest bits
    number = used = 0
    for value, bits in fields:
        number, used = number | int(value) << used, used + bits
    return number


def fen(yuan):
    whole, _, part = str(yuan).partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def amount(a):
    return uvarint(fen(a["yuan"]) << 1 | (a["per"] == "year")) if a else b""


def incomes(entries):
    if entries is None:
        return b""
    each = (bytes([word("kind", i["kind"]) << 4 | i.get("months", 0)]) + amount(i) for i in entries)
    return uvarint(len(entries)) + b"".join(each)


def day(d):
    year, month, number = map(int, d.split("-"))
    return (number, 5), (month, 4), (year, 14)


def place(code):
    return 999999 if code == "elsewhere" else int(code or 0)


def household(h):
    out = text(h.get("id", "")) + packed(
        (word("residence", h.get("residence")), 2), (word("property", h.get("property")), 2),
        (word("answer", h.get("onDibao")), 2), (word("property", h.get("lowIncomeProperty")), 2),
        ("income" in h, 1), ("jobCosts" in h, 1), ("rigidCosts" in h, 1), ("overLineSince" in h, 1),
        (len(h["members"]), 8), (h.get("weight", 0), 20), (place(h["division"]), 24)).to_bytes(8, "little")
    out += incomes(h.get("income")) + amount(h.get("jobCosts")) + amount(h.get("rigidCosts"))
    if "overLineSince" in h:
        out += uvarint(packed(*day(h["overLineSince"])))
    return out + b"".join(map(member, h["members"]))


def member(m):
    c = m.get("disability", {})
    out = text(m["id"]) + packed(
        *day(m["born"]), (word("residence", m.get("residence")), 2), (word("answer", m.get("counted")), 2),
        (word("relation", m.get("relation")), 4), (word("absence", m.get("absence")), 3),
        (word("property", m.get("property")), 2), (word("category", c.get("category")), 3), (c.get("grade", 0), 3),
        (word("answer", c.get("longTermCare")), 2), (word("answer", m.get("seriousIllness")), 2),
        (word("support", m.get("support")), 2), (word("selfCare", m.get("selfCare")), 2),
        (word("placement", m.get("placement")), 2), (word("answer", m.get("workInjuryNursing")), 2),
        (word("childScheme", m.get("childScheme")), 2), ("income" in m, 1), ("division" in m, 1),
        ("livingAllowance" in m, 1), ("nursingAllowance" in m, 1), ("cannot" in m, 1),
        ("components" in c, 1)).to_bytes(8, "little")
    out += incomes(m.get("income"))
    if "division" in m:
        out += uvarint(place(m["division"]))
    out += amount(m.get("livingAllowance")) + amount(m.get("nursingAllowance"))
    if "cannot" in m:
        out += uvarint(len(m["cannot"])) + bytes(word("activity", a) for a in m["cannot"])
    if "components" in c:
        parts = (word("category", p["category"]) << 4 | p["grade"] for p in c["components"])
        out += uvarint(len(c["components"])) + bytes(parts)
    return out


def standards(lines):
    return b"".join(b"".join(t.encode() + b"\0" for t in line) + b"\n" for line in lines)


vectors = json.load(open(sys.argv[1], encoding="utf-8"))
wrong = [v["household"].get("id") for v in vectors["households"]
         if hashlib.sha256(household(v["household"])).hexdigest() != v["input"]]
wrong += [v["place"] for v in vectors["standards"] if hashlib.sha256(standards(v["lines"])).hexdigest() != v["digest"]]
print(len(vectors["households"]), "households and", len(vectors["standards"]), "standards recomputed; other digests:", wrong)
sys.exit(bool(wrong) or not vectors["households"] or not vectors["standards"])

#!/usr/bin/env python3
"""Makes printed samples: reports of invented councils as HTML, printed by Chromium and, through DOCX, by LibreOffice.

usage: make.py OUT [ROWS]

Writes OUT/NAME.html, OUT/NAME.chromium.pdf and OUT/NAME.libreoffice.pdf for each layout, with ROWS rows in the long
table (default 24). The HTML is the truth that a test compares the PDF with. Needs chromium and soffice.
"""
import html, os, random, subprocess, sys, tempfile

WORDS = ("забезпечення утримання насаджень облаштування дитячих майданчиків придбання обладнання послуги поточний ремонт "
         "відновлення освітлення вулиць благоустрій скверів висаджування дерев очищення водойм проведення конкурсу "
         "енергозбереження впровадження мережі водопостачання підготовка документації").split()
WHO = ["Управління довкілля", "Департамент житлового господарства", "Відділ освіти", "КП «Зелений дім»"]


def money(rng, big=9_000_000):
    v = rng.randrange(1000, big)
    s = f"{v // 100:,}".replace(",", " ")
    return f"{s},{v % 100:02d}"


def phrase(rng, n):
    return " ".join(rng.choice(WORDS) for _ in range(n))


def td(cells, tag="td", attrs=None):
    attrs = attrs or {}
    return "<tr>" + "".join(f"<{tag}{attrs.get(i, '')}>{html.escape(c)}</{tag}>" for i, c in enumerate(cells)) + "</tr>\n"


def bordered(rng, rows):
    """Eight columns, borders, long cells: the form of a programme report."""
    head = ["№ з/п", "Завдання", "Захід", "Термін", "Виконавець", "План, тис. грн", "Факт, тис. грн", "Інформація про виконання"]
    out = "<table class=b border=1 cellspacing=0><thead>" + td(head, "th") + td([str(i + 1) for i in range(8)], "th") + "</thead><tbody>\n"
    for i in range(rows):
        out += td([str(i + 1), phrase(rng, 3).capitalize(), phrase(rng, rng.randrange(4, 9)).capitalize(), "2018-2020", rng.choice(WHO),
                   money(rng), money(rng), (phrase(rng, rng.randrange(4, 40)).capitalize() + ".") if rng.random() < .9 else ""])
    return out + td(["Всього", money(rng), money(rng), ""], attrs={0: " colspan=5"}) + "</tbody></table>"


def groups(rng, rows):
    """Five columns with merged group rows, header band."""
    out = "<table class='b band' border=1 cellspacing=0><thead>" + td(["№", "Найменування показника", "Одиниця виміру", "Планове значення", "Фактичне значення"], "th") + "</thead><tbody>\n"
    for g in ("Показники затрат", "Показники продукту", "Показники ефективності", "Показники якості"):
        out += td([g], attrs={0: " colspan=5"})
        for i in range(max(1, rows // 4)):
            out += td([str(i + 1), phrase(rng, 5).capitalize(), rng.choice(["од.", "тис. грн", "%", "осіб"]), str(rng.randrange(1, 900)), str(rng.randrange(1, 900))])
    return out + "</tbody></table>"


def wide(rng, rows):
    """Fourteen columns under two levels of headings, landscape."""
    top = ["Код", "Назва програми", "Загальний фонд", "Спеціальний фонд", "Разом"]
    out = "<table class='b small' border=1 cellspacing=0><thead>" + td(top, "th", {0: " rowspan=2", 1: " rowspan=2", 2: " colspan=4", 3: " colspan=4", 4: " colspan=4"})
    out += td(["затверджено", "зі змінами", "виконано", "відхилення"] * 3, "th") + "</thead><tbody>\n"
    for i in range(rows):
        out += td([f"{rng.randrange(110000, 119999):07d}", phrase(rng, 4).capitalize()] + [money(rng, 900000) for _ in range(12)])
    return out + "</tbody></table>"


def plain(rng, rows):
    """Four columns without borders."""
    out = "<table class=p><thead>" + td(["Назва заходу", "План, грн", "Факт, грн", "Виконання, %"], "th") + "</thead><tbody>\n"
    for i in range(rows):
        out += td([phrase(rng, rng.randrange(2, 5)).capitalize(), money(rng), money(rng), f"{rng.randrange(0, 1000) / 10:.1f}".replace(".", ",")])
    return out + "</tbody></table>"


def tall(rng, rows):
    """Ten columns in portrait: narrow cells, words broken over lines."""
    head = ["№", "Назва об'єкта", "Адреса", "Рік початку", "Кошторисна вартість", "Залишок на початок", "План на рік", "Профінансовано", "Освоєно", "Примітка"]
    out = "<table class='b small' border=1 cellspacing=0><thead>" + td(head, "th") + td([str(i + 1) for i in range(10)], "th") + "</thead><tbody>\n"
    for i in range(rows):
        out += td([str(i + 1), phrase(rng, rng.randrange(2, 5)).capitalize(), "вул. " + rng.choice(["Лугова", "Ставкова", "Зоряна"]) + f", {rng.randrange(1, 90)}",
                   str(rng.randrange(2015, 2024))] + [money(rng) for _ in range(5)] + [phrase(rng, 2) if rng.random() < .3 else ""])
    return out + "</tbody></table>"


def beside(rng, rows):
    """Pairs of tables side by side, with a line of text between the pairs."""
    out = ""
    for k in range(max(1, rows // 8)):
        pair = ""
        for name in ("Надходження", "Видатки"):
            pair += "<td width='48%'><table class=b border=1 cellspacing=0 width='100%'>" + td([name, "План, грн", "Факт, грн"], "th")
            for i in range(6):
                pair += td([phrase(rng, 2).capitalize(), money(rng, 900000), money(rng, 900000)])
            pair += "</table></td>" + ("<td width='4%'></td>" if name == "Надходження" else "")
        out += f"<p>Квартал {k % 4 + 1}, {2000 + k} рік.</p><table class=p width='100%'><tr>" + pair + "</tr></table>\n"
    return out


def framed(*cells):
    """A frame without borders, with something in each cell."""
    return "<table class=p width='100%'><tr>" + "<td width='2%'></td>".join(f"<td width='{100 // len(cells) - 2}%'>{c}</td>" for c in cells) + "</tr></table>\n"


def part(rng, head, rows, words):
    """One of the tables in a frame."""
    out = "<table class=b border=1 cellspacing=0 width='100%'>" + td(head, "th")
    for _ in range(rows):
        out += td([phrase(rng, rng.randrange(1, words + 1)).capitalize()] + [money(rng, 900000) for _ in head[1:]])
    return out + "</table>"


def uneven(rng, rows):
    """Pairs of tables of other heights, a title above the left one; one pair runs over some pages."""
    out = ""
    for k in range(max(2, rows // 20)):
        left, right = (min(rows, 120), min(rows, 120) // 2) if k == 1 else (rng.randrange(4, 20), rng.randrange(4, 12))
        out += f"<p>Квартал {k % 4 + 1}, {2000 + k} рік.</p>" + framed(
            "<p><b>Власні надходження</b></p>" + part(rng, ["Надходження", "План, грн", "Факт, грн"], left, 2),
            part(rng, ["Видатки", "План, грн", "Факт, грн"], right, 6))
    return out


def trio(rng, rows):
    """Three tables side by side, again and again."""
    return "".join(f"<p>Квартал {k % 4 + 1}, {2000 + k} рік.</p>" + framed(*(part(rng, [h, "План, грн"], 9, 2) for h in ("Надходження", "Видатки", "Залишок")))
                   for k in range(max(1, rows // 12)))


STYLE = """<style>@page{size:A4 %s;margin:15mm}body{font-family:'Liberation Serif','DejaVu Serif',serif;font-size:11pt}
table{border-collapse:collapse;width:100%%;margin:8pt 0}td,th{padding:2pt 4pt;vertical-align:top;text-align:left}
.b td,.b th{border:1px solid black}.small{font-size:7pt}.band th{background:#d0d8e8}.p>tbody>tr>td,.p>thead>tr>th,.p>tbody>tr>th{border:none}</style>"""


def page(title, body, landscape=False):
    return ("<!DOCTYPE html><html lang=uk><head><meta charset=utf-8><title>%s</title>%s</head><body><h3>%s</h3>\n%s</body></html>"
            % (title, STYLE % ("landscape" if landscape else "portrait"), title, body))


def main():
    out, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 24
    os.makedirs(out, exist_ok=True)
    rng = random.Random(7)
    text = "<p>Протягом звітного періоду Зоряненська селищна рада виконувала заходи Програми. %s.</p>" % phrase(rng, 40).capitalize()
    docs = {
        "bordered": page("Звіт про виконання Програми благоустрою", text + bordered(rng, rows), True),
        "groups": page("Результативні показники Програми", text + groups(rng, rows)),
        "wide": page("Виконання видатків бюджету", text + wide(rng, rows), True),
        "plain": page("Заходи Програми без рамок", text + plain(rng, rows) + text),
        "tall": page("Об'єкти будівництва", text + tall(rng, rows)),
        "beside": page("Надходження і видатки за кварталами", text + beside(rng, rows)),
        "uneven": page("Надходження і видатки за кварталами", text + uneven(rng, rows)),
        "trio": page("Надходження, видатки і залишки", text + trio(rng, rows)),
    }
    for name, doc in docs.items():
        path = os.path.join(out, name + ".html")
        with open(path, "w", encoding="utf8") as f:
            f.write(doc)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        "--print-to-pdf=" + os.path.join(out, name + ".chromium.pdf"), path], check=True, capture_output=True)
        with tempfile.TemporaryDirectory() as tmp:
            office = ["soffice", "--headless", "-env:UserInstallation=file://" + tmp + "/profile"]
            subprocess.run(office + ["--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp, path], check=True, capture_output=True)
            subprocess.run(office + ["--convert-to", "pdf", "--outdir", tmp, os.path.join(tmp, name + ".docx")], check=True, capture_output=True)
            os.replace(os.path.join(tmp, name + ".pdf"), os.path.join(out, name + ".libreoffice.pdf"))


main()

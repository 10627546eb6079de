package export

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// readers compares every row of every CSV and JSON Lines file with the view in
// the database, with Python's own sqlite3, csv and json, and adds up the money.
const readers = `
import csv, json, os, sqlite3, sys
database, csvs, lines = sys.argv[1:]
db = sqlite3.connect("file:" + database.replace(" ", "%20") + "?mode=ro", uri=True)
views = [v for v, in db.execute("SELECT view FROM dictionary WHERE ordinal = 0")]
compared = 0
for view in views:
    names = [n for n, in db.execute('SELECT "column" FROM dictionary WHERE view = ? AND ordinal > 0 ORDER BY ordinal', (view,))]
    types = [n for n, in db.execute('SELECT type FROM dictionary WHERE view = ? AND ordinal > 0 ORDER BY ordinal', (view,))]
    want = db.execute("SELECT %s FROM %s" % (", ".join('"%s"' % n for n in names), view)).fetchall()
    raw = open(os.path.join(csvs, view + ".csv"), "rb").read()
    assert raw.endswith(b"\r\n") and not raw.startswith(b"\xef\xbb\xbf"), view
    head, *rows = csv.reader(open(os.path.join(csvs, view + ".csv"), encoding="utf-8", newline=""), strict=True)
    assert head == names, (view, head)
    objects = [json.loads(l) for l in open(os.path.join(lines, view + ".jsonl"), encoding="utf-8", newline="\n")]
    assert len(rows) == len(objects) == len(want), (view, len(rows), len(objects), len(want))
    for row, o, w in zip(rows, objects, want):
        assert list(o.items()) == list(zip(names, w)), (view, o, w)
        for name, type, got, value in zip(names, types, row, w):
            if value is None: value = ""
            same = float(got) == value if isinstance(value, float) else got == str(value)
            assert same, (view, name, got, value)
            compared += 1
    for i, name in enumerate(names):
        if types[i] == "kopecks":
            total = sum(w[i] or 0 for w in want)
            assert total == sum(int(r[i] or 0) for r in rows) == sum(o[name] or 0 for o in objects), (view, name)
print(compared)
assert compared > 5000
`

func TestPythonReadsTheSame(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	db, path := archive(t)
	csvs, lines := filepath.Join(t.TempDir(), "csv"), filepath.Join(t.TempDir(), "lines")
	written(t, db, path, CSV, csvs)
	written(t, db, path, JSONLines, lines)
	out, err := exec.Command(python, "-c", readers, path, csvs, lines).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

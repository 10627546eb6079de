package decide

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/record"
)

func TestScope(t *testing.T) {
	document := strings.Repeat("0123456789abcdef", 4)
	short := document[:16]
	k := record.Kopecks(100)
	amount := func(id, table string, col int, doubtful bool, kopecks *record.Kopecks) record.Amount {
		return record.Amount{ID: short + id, TableID: table, Row: 1, Col: col, Doubtful: doubtful, Kopecks: kopecks}
	}
	t1, t12 := short+"/t1", short+"/t12"
	reports := []*record.Report{
		{Amounts: []record.Amount{
			amount("/t1r2c3/amount", t1, 2, true, &k),
			amount("/t1r3c3/amount", t1, 2, false, &k), // sure
			amount("/t1r4c3/amount", t1, 2, true, nil), // unreadable
			amount("/t2r1c3/amount", t1, 2, true, &k),  // on the table's next page
			amount("/t1r2c4/amount", t1, 3, true, &k),
			amount("/t1r2c30/amount", t1, 29, true, &k),
		}},
		{Amounts: []record.Amount{
			amount("/t12r2c3/amount", t12, 2, true, &k),
			amount("/p7/amount", "", 0, true, &k),
		}},
	}
	for scope, want := range map[Scope]string{
		Scope(short + "/t1r3c3/amount"): "/t1r3c3",
		Scope(short + "/t1r4c3/amount"): "/t1r4c3",
		Scope(short + "/nothing"):       "",
		Scope(t1 + "c3"):                "/t1r2c3 /t2r1c3",
		Scope(t1 + "c4"):                "/t1r2c4",
		Scope(t1 + "c0"):                "",
		Scope(t1):                       "/t1r2c3 /t2r1c3 /t1r2c4 /t1r2c30",
		Scope(t12):                      "/t12r2c3",
		Scope(short):                    "/t1r2c3 /t2r1c3 /t1r2c4 /t1r2c30 /t12r2c3 /p7",
		Scope(document):                 "/t1r2c3 /t2r1c3 /t1r2c4 /t1r2c30 /t12r2c3 /p7",
		Scope(document + "/t12"):        "/t12r2c3",
	} {
		var got []string
		for _, a := range scope.Open(reports) {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(a.ID, short), "/amount"))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s:\n%s", scope, diff)
		}
	}
	if of := ColumnOf(&reports[0].Amounts[3]); of != Scope(t1+"c3") || of.One() {
		t.Errorf("the column of an amount is %s", of)
	}
	if of := ColumnOf(&reports[1].Amounts[1]); of != "" {
		t.Errorf("an amount in prose is in the column %s", of)
	}
}

package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"zvit/store"
)

func TestParquet(t *testing.T) {
	db, path := archive(t)
	dir := filepath.Join(t.TempDir(), "out")
	for _, f := range written(t, db, path, Parquet, dir).Files {
		view := viewNamed(t, f.View)
		names, got := readParquet(t, f.Path, view)
		if diff := cmp.Diff(columnNames(view), names); diff != "" {
			t.Errorf("%s: columns\n%s", f.View, diff)
		}
		want := rowsOf(t, db, f.View)
		if int64(len(want)) != f.Rows {
			t.Errorf("%s: %d rows said, %d in the view", f.View, f.Rows, len(want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-view +file)\n%s", f.View, diff)
		}
	}
}

func viewNamed(t *testing.T, name string) store.View {
	t.Helper()
	for _, v := range store.AllViews() {
		if v.Name == name {
			return v
		}
	}
	t.Fatalf("no view %s", name)
	return store.View{}
}

// readParquet reads a file back to the values of the view.
func readParquet(t *testing.T, path string, v store.View) (names []string, list [][]any) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range file.Metadata().Schema[1:] {
		names = append(names, c.Name)
	}
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		defer rows.Close()
		buffer := make([]parquet.Row, 100)
		for {
			n, err := rows.ReadRows(buffer)
			for _, row := range buffer[:n] {
				values := make([]any, len(v.Columns))
				for _, x := range row {
					values[x.Column()] = valueOf(kindOf(v.Columns[x.Column()]), x)
				}
				list = append(list, values)
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return names, list
}

func valueOf(k kind, v parquet.Value) any {
	if v.IsNull() {
		return nil
	}
	switch k {
	case kindInteger, kindMoney:
		return v.Int64()
	case kindFlag:
		if v.Boolean() {
			return int64(1)
		}
		return int64(0)
	case kindReal:
		return v.Double()
	case kindDate:
		return dayAfter(int64(v.Int32())).Format("2006-01-02")
	case kindTime:
		return microMoment(v.Int64()).Format("2006-01-02T15:04:05Z07:00")
	}
	return string(v.ByteArray())
}

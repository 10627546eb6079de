package export

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"

	"zvit/store"
)

// rowGroup is how many rows are held in memory, and read at once by others.
const rowGroup = 32768

// parquetRows writes Apache Parquet: kopecks and numbers as INT64, flags as
// BOOLEAN, dates as DATE, moments as TIMESTAMP in UTC; all columns are optional.
type parquetRows struct {
	w     *parquet.GenericWriter[any]
	kinds []kind
	rows  []parquet.Row
}

func newParquet(w io.Writer, v store.View) *parquetRows {
	p := &parquetRows{}
	root := columnGroup{parquet.Group{}, columnNames(v)}
	for _, c := range v.Columns {
		k := kindOf(c)
		p.kinds = append(p.kinds, k)
		root.Group[c.Name] = parquet.Compressed(parquet.Optional(parquetNode(k)), &parquet.Zstd)
	}
	p.w = parquet.NewGenericWriter[any](w, parquet.NewSchema(v.Name, root),
		parquet.MaxRowsPerRowGroup(rowGroup), parquet.CreatedBy("zvit", "", ""))
	return p
}

func parquetNode(k kind) parquet.Node {
	switch k {
	case kindInteger, kindMoney:
		return parquet.Int(64)
	case kindReal:
		return parquet.Leaf(parquet.DoubleType)
	case kindFlag:
		return parquet.Leaf(parquet.BooleanType)
	case kindDate:
		return parquet.Date()
	case kindTime:
		return parquet.Timestamp(parquet.Microsecond)
	}
	return parquet.String()
}

// columnGroup is a group whose fields keep the view's order; the library's own
// sorts them.
type columnGroup struct {
	parquet.Group
	order []string
}

// Fields returns the columns in order.
func (g columnGroup) Fields() []parquet.Field {
	fields := g.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(g.order, a.Name()) - slices.Index(g.order, b.Name())
	})
	return fields
}

func (p *parquetRows) row(values []any) error {
	row := make(parquet.Row, len(values))
	for i, v := range values {
		value, err := parquetValue(p.kinds[i], v)
		if err != nil {
			return err
		}
		defined := 1
		if v == nil {
			defined = 0
		}
		row[i] = value.Level(0, defined, i)
	}
	p.rows = append(p.rows, row)
	if len(p.rows) < 512 {
		return nil
	}
	return p.flush()
}

func (p *parquetRows) flush() error {
	_, err := p.w.WriteRows(p.rows)
	p.rows = p.rows[:0]
	return err
}

func (p *parquetRows) end() error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.w.Close()
}

func parquetValue(k kind, v any) (parquet.Value, error) {
	switch v := v.(type) {
	case nil:
		return parquet.NullValue(), nil
	case int64:
		switch k {
		case kindInteger, kindMoney:
			return parquet.Int64Value(v), nil
		case kindFlag:
			return parquet.BooleanValue(v != 0), nil
		case kindReal:
			return parquet.DoubleValue(float64(v)), nil
		}
	case float64:
		if k == kindReal {
			return parquet.DoubleValue(v), nil
		}
	case string:
		switch k {
		case kindText, kindDecimal:
			return parquet.ByteArrayValue([]byte(v)), nil
		case kindDate:
			t, err := day(v)
			return parquet.Int32Value(int32(t.Unix() / int64(24*time.Hour/time.Second))), err
		case kindTime:
			t, err := moment(v)
			return parquet.Int64Value(t.UnixMicro()), err
		}
	}
	return parquet.Value{}, fmt.Errorf("%T is not what the dictionary says of the column", v)
}

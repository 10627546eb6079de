// Package export writes the analysts' views to files of other programs: CSV,
// JSON Lines, XLSX, Parquet, a Frictionless Data Package, and the metadata file
// of Datasette. Every format has the views' own columns in their order, and the
// same rows; memory does not grow with them.
package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"zvit/cmd/zvit/internal/newfile"
	"zvit/extract/record"
	"zvit/store"
)

// Format is what is written.
type Format string

// The formats. Those of one view a file fill a folder with a file a view.
const (
	CSV         Format = "csv"         // RFC 4180, UTF-8, dot decimals; a file a view
	JSONLines   Format = "jsonl"       // an object a line; a file a view
	Parquet     Format = "parquet"     // a file a view
	XLSX        Format = "xlsx"        // one file, a sheet a view
	DataPackage Format = "datapackage" // a folder: datapackage.json and a CSV file a view
	Datasette   Format = "datasette"   // one file of metadata, no rows
)

// Formats are all formats.
var Formats = []Format{CSV, JSONLines, XLSX, Parquet, DataPackage, Datasette}

// extensions are those by which a format is known.
var extensions = map[string]Format{".csv": CSV, ".jsonl": JSONLines, ".ndjson": JSONLines, ".xlsx": XLSX, ".parquet": Parquet}

// FormatOf returns the format that the output's name says.
func FormatOf(out string) (Format, bool) {
	f, ok := extensions[strings.ToLower(filepath.Ext(out))]
	return f, ok
}

// OneFile says whether the output is one file: with some formats always, with
// others where its name has the extension of a file.
func OneFile(f Format, out string) bool {
	switch f {
	case XLSX, Datasette:
		return true
	case DataPackage:
		return false
	}
	named, ok := FormatOf(out)
	return ok && named == f
}

// Options say what to write where.
type Options struct {
	Format Format
	Out    string // a file or a folder, see OneFile
	Views  []store.View
	Force  bool // overwrite files that are there
	// Database is the path of the database: never overwritten, and what the
	// dataset is named after.
	Database string
	// Say picks the language of descriptions.
	Say func(record.Sentence) string
}

// File is a file that was written.
type File struct {
	Path string
	View string // empty where the file has several views
	Rows int64
}

// Result says what was written.
type Result struct {
	Files []File
	// CutCells is the number of texts that are longer than a cell of XLSX can
	// hold and were cut.
	CutCells int64
}

// ErrOneView says that one file of this format holds one view.
var ErrOneView = errors.New("one file holds one view")

// Write writes the views as they are at one moment. Nothing is left behind where
// it fails; newfile.ExistsError: something stands there already.
func Write(ctx context.Context, db *store.DB, opts Options) (res Result, err error) {
	oneFile := OneFile(opts.Format, opts.Out)
	if oneFile && opts.Format != XLSX && opts.Format != Datasette && len(opts.Views) != 1 {
		return res, ErrOneView
	}
	snapshot, err := db.Snapshot(ctx)
	if err != nil {
		return res, err
	}
	defer func() { err = errors.Join(err, snapshot.Close()) }()
	x := &exporter{ctx: ctx, db: snapshot, opts: opts, files: newfile.Set{Force: opts.Force, Keep: []string{opts.Database}}}
	defer x.files.Discard()
	switch opts.Format {
	case XLSX:
		err = x.one(writeXLSX)
	case Datasette:
		err = x.one(writeDatasette)
	case DataPackage:
		err = x.dataPackage()
	case CSV, JSONLines, Parquet:
		if oneFile {
			err = x.oneView(opts.Out, opts.Views[0])
		} else {
			err = x.folder()
		}
	default:
		err = fmt.Errorf("unknown format %s", opts.Format)
	}
	if err != nil {
		return Result{}, err
	}
	return x.res, x.files.Commit()
}

// exporter is one export under way.
type exporter struct {
	ctx   context.Context
	db    *store.Snapshot
	opts  Options
	files newfile.Set
	res   Result
}

// rowWriter writes the rows of one view.
type rowWriter interface {
	// row writes one row; the slice is the caller's.
	row(values []any) error
	// end writes what stands after the last row.
	end() error
}

// newRowWriter returns the writer of a view for a format of one view a file.
func newRowWriter(f Format, w io.Writer, v store.View) rowWriter {
	switch f {
	case JSONLines:
		return newJSONLines(w, v)
	case Parquet:
		return newParquet(w, v)
	}
	return newCSV(w, v)
}

// copyRows gives the rows of a view to a writer and returns how many there were.
func (x *exporter) copyRows(v store.View, out rowWriter) (n int64, err error) {
	rows, err := x.db.ViewRows(x.ctx, v.Name)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := out.row(rows.Values()); err != nil {
			return n, fmt.Errorf("view %s, row %d: %w", v.Name, n+1, err)
		}
		n++
	}
	if err := rows.Err(); err != nil {
		return n, err
	}
	return n, out.end()
}

// create opens a file, buffered; done closes it.
func (x *exporter) create(path string) (w *bufio.Writer, done func() error, err error) {
	f, err := x.files.Create(path)
	if err != nil {
		return nil, nil, err
	}
	w = bufio.NewWriterSize(f, 1<<16)
	return w, func() error { return errors.Join(w.Flush(), f.Close()) }, nil
}

// one writes a file of several views.
func (x *exporter) one(write func(*exporter, io.Writer) error) error {
	w, done, err := x.create(x.opts.Out)
	if err != nil {
		return err
	}
	return errors.Join(write(x, w), done())
}

func (x *exporter) oneView(path string, v store.View) error {
	w, done, err := x.create(path)
	if err != nil {
		return err
	}
	n, err := x.copyRows(v, newRowWriter(x.opts.Format, w, v))
	x.res.Files = append(x.res.Files, File{path, v.Name, n})
	return errors.Join(err, done())
}

// paths are the files of a folder, looked at before the first is written.
func (x *exporter) paths(extension string, more ...string) (map[string]string, error) {
	paths := map[string]string{}
	for _, v := range x.opts.Views {
		paths[v.Name] = filepath.Join(x.opts.Out, v.Name+extension)
		if err := x.files.Check(paths[v.Name]); err != nil {
			return nil, err
		}
	}
	for _, name := range more {
		if err := x.files.Check(filepath.Join(x.opts.Out, name)); err != nil {
			return nil, err
		}
	}
	return paths, x.files.Folder(x.opts.Out)
}

func (x *exporter) folder() error {
	paths, err := x.paths("." + string(x.opts.Format))
	if err != nil {
		return err
	}
	for _, v := range x.opts.Views {
		if err := x.oneView(paths[v.Name], v); err != nil {
			return err
		}
	}
	return nil
}

// DatabaseName is the name of a dataset: that of the database's file.
func DatabaseName(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(filepath.Ext(base))]
}

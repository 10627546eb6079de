// Package shards divides a batch among many machines: a plan says which
// documents are whose, each worker leaves a sealed database with a manifest, and
// the manifests tell what is there and what is missing. Schedulers that exist
// run the workers; nothing here speaks to a network.
package shards

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"zvit/cmd/zvit/internal/batch"
)

// schema is the version of the plan's and the manifests' files.
const schema = 1

const planFile = "plan.json"

// File is one path of a shard.
type File struct {
	Path string `json:"path,omitempty"`
	// RawPath is a path that is not UTF-8, as JSON cannot keep it.
	RawPath    []byte `json:"raw_path,omitempty"`
	DocumentID string `json:"document_id"`
	Bytes      int64  `json:"bytes"`
}

// Name is the path, whatever its bytes.
func (f File) Name() string {
	if f.RawPath != nil {
		return string(f.RawPath)
	}
	return f.Path
}

// Shard is what a plan says of one.
type Shard struct {
	Number    int    `json:"shard"`
	Documents int    `json:"documents"`
	Files     int    `json:"files"`
	Bytes     int64  `json:"bytes"`
	Work      int64  `json:"work"` // the estimate that shards are balanced by
	List      string `json:"list"` // SHA-256 of the list of files
}

// Plan divides files into shards, numbered from 0 as schedulers number tasks.
type Plan struct {
	Schema int     `json:"schema"`
	ID     string  `json:"plan"` // SHA-256 of the shards' lists
	Shards []Shard `json:"shards"`

	dir string
}

// ErrOther says that the folder holds a plan of other documents.
var ErrOther = errors.New("another plan is there")

// ErrPlan says that the folder holds no plan that can be used.
var ErrPlan = errors.New("not a plan, or a plan that was changed")

// work estimates what a document costs. A fixed part is paid for each; files
// that are packed hold some times more than their bytes say.
func work(path string, size int64) int64 {
	const each = 10_000
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx", ".xlsx", ".odt", ".ods":
		return each + 6*size
	case ".doc", ".xls", ".rtf":
		return 100*each + size // LibreOffice starts first.
	case ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff":
		return each + 2*size
	}
	return each + size
}

// Make plans n shards, or, where n is 0, as many as give some perShard documents
// each. The same files give the same plan, in whatever order they are found, and
// files with equal bytes are in one shard.
func Make(ctx context.Context, paths []string, opts batch.Options, n, perShard int) ([][]File, error) {
	files, err := identify(ctx, paths, opts)
	if err != nil {
		return nil, err
	}
	type document struct {
		files []File
		work  int64
	}
	var documents []document
	for i, f := range files {
		if i == 0 || files[i-1].DocumentID != f.DocumentID {
			documents = append(documents, document{work: work(f.Name(), f.Bytes)})
		}
		last := &documents[len(documents)-1]
		last.files = append(last.files, f)
	}
	if n == 0 {
		n = max(1, (len(documents)+perShard-1)/max(perShard, 1))
	}
	// The largest first, each to the shard with the least work: the longest
	// processing time rule, at most a third above the best division (Graham 1969).
	slices.SortStableFunc(documents, func(a, b document) int { return cmp.Compare(b.work, a.work) })
	loads := make(loads, n)
	for i := range loads {
		loads[i].shard = i
	}
	lists := make([][]File, n)
	for _, d := range documents {
		least := &loads[0]
		lists[least.shard] = append(lists[least.shard], d.files...)
		least.work += d.work
		heap.Fix(&loads, 0)
	}
	for _, list := range lists {
		slices.SortFunc(list, compare)
	}
	return lists, nil
}

func compare(a, b File) int {
	return cmp.Or(cmp.Compare(a.DocumentID, b.DocumentID), cmp.Compare(a.Name(), b.Name()))
}

// identify returns the files at the paths in order of their hashes.
func identify(ctx context.Context, paths []string, opts batch.Options) ([]File, error) {
	found := make(chan string)
	results := make(chan File)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(found)
		return batch.Walk(ctx, paths, opts, func(path string) error {
			select {
			case found <- path:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	})
	var hashing errgroup.Group
	for range max(opts.Jobs, 1) {
		hashing.Go(func() error {
			for path := range found {
				f := File{Path: path}
				if !utf8.ValidString(path) {
					f = File{RawPath: []byte(path)}
				}
				f.DocumentID, f.Bytes = batch.Identify(path)
				select {
				case results <- f:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(results)
		return hashing.Wait()
	})
	var files []File
	for f := range results {
		files = append(files, f)
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("list the documents: %w", err)
	}
	slices.SortFunc(files, compare)
	return slices.CompactFunc(files, func(a, b File) bool { return compare(a, b) == 0 }), nil
}

// loads is a heap of shards by their work.
type loads []struct {
	work  int64
	shard int
}

func (l loads) Len() int { return len(l) }
func (l loads) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(l[i].work, l[j].work), cmp.Compare(l[i].shard, l[j].shard)) < 0
}
func (l loads) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l *loads) Push(any)     {}
func (l *loads) Pop() any     { return nil }

// Write puts the lists into the folder dir, which is made, and the plan last. A
// plan that is there and equal stays; another one is an error.
func Write(dir string, lists [][]File) (*Plan, error) {
	plan := &Plan{Schema: schema, dir: dir}
	id := sha256.New()
	encoded := make([][]byte, len(lists))
	for n, list := range lists {
		s := Shard{Number: n, Files: len(list)}
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		for i, f := range list {
			if err := enc.Encode(f); err != nil {
				return nil, fmt.Errorf("write the plan: %w", err)
			}
			s.Bytes += f.Bytes
			if i == 0 || list[i-1].DocumentID != f.DocumentID {
				s.Documents++
				s.Work += work(f.Name(), f.Bytes)
			}
		}
		encoded[n] = b.Bytes()
		sum := sha256.Sum256(b.Bytes())
		s.List = hex.EncodeToString(sum[:])
		id.Write(sum[:])
		plan.Shards = append(plan.Shards, s)
	}
	plan.ID = hex.EncodeToString(id.Sum(nil))
	switch old, err := Load(dir); {
	case err == nil && old.ID == plan.ID:
		return old, nil
	case !errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("write the plan: %w", errors.Join(ErrOther, err))
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("write the plan: %w", err)
	}
	for n, data := range encoded {
		if err := publish(filepath.Join(dir, listName(n)), bytes.NewReader(data)); err != nil {
			return nil, fmt.Errorf("write the plan: %w", err)
		}
	}
	data, err := json.MarshalIndent(plan, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the plan: %w", err)
	}
	if err := publish(filepath.Join(dir, planFile), bytes.NewReader(append(data, '\n'))); err != nil {
		return nil, fmt.Errorf("write the plan: %w", err)
	}
	return plan, nil
}

func listName(n int) string { return fmt.Sprintf("shard-%05d.jsonl", n) }

// Load reads a plan. Where there is none it is os.ErrNotExist.
func Load(dir string) (*Plan, error) {
	data, err := os.ReadFile(filepath.Join(dir, planFile)) //nolint:gosec // the user's folder
	if err != nil {
		return nil, fmt.Errorf("read the plan: %w", err)
	}
	plan := &Plan{dir: dir}
	if err := json.Unmarshal(data, plan); err != nil {
		return nil, fmt.Errorf("read the plan: %w: %w", ErrPlan, err)
	}
	if plan.Schema != schema || len(plan.Shards) == 0 {
		return nil, fmt.Errorf("read the plan: %w: schema %d", ErrPlan, plan.Schema)
	}
	id := sha256.New()
	for _, s := range plan.Shards {
		sum, err := hex.DecodeString(s.List)
		if err != nil {
			return nil, fmt.Errorf("read the plan: %w", ErrPlan)
		}
		id.Write(sum)
	}
	if plan.ID != hex.EncodeToString(id.Sum(nil)) {
		return nil, fmt.Errorf("read the plan: %w", ErrPlan)
	}
	return plan, nil
}

// NoShardError says that the plan has no shard of this number.
type NoShardError struct{ Number, Shards int }

func (e NoShardError) Error() string {
	return fmt.Sprintf("shard %d of %d: no such shard", e.Number, e.Shards)
}

// Files reads the list of shard n.
func (p *Plan) Files(n int) ([]File, error) {
	if n < 0 || n >= len(p.Shards) {
		return nil, NoShardError{n, len(p.Shards)}
	}
	data, err := os.ReadFile(filepath.Join(p.dir, listName(n)))
	if err != nil {
		return nil, fmt.Errorf("read the list of shard %d: %w", n, err)
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != p.Shards[n].List {
		return nil, fmt.Errorf("read the list of shard %d: %w", n, ErrPlan)
	}
	var files []File
	dec := json.NewDecoder(bufio.NewReader(bytes.NewReader(data)))
	for {
		var f File
		switch err := dec.Decode(&f); {
		case errors.Is(err, io.EOF):
			return files, nil
		case err != nil:
			return nil, fmt.Errorf("read the list of shard %d: %w", n, err)
		}
		files = append(files, f)
	}
}

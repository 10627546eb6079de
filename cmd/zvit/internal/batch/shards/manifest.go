package shards

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Manifest stands beside a shard's database and is written after it: where it
// is, the shard is whole.
type Manifest struct {
	Schema    int    `json:"schema"`
	Plan      string `json:"plan"`
	Shard     int    `json:"shard"`
	Readers   string `json:"readers"` // the version of the readers
	Documents int    `json:"documents"`
	Failed    int    `json:"failed"` // of them
	Bytes     int64  `json:"bytes"`  // of the database
	SHA256    string `json:"sha256"` // of the database
}

// Database is the name of shard n's database in the folder dir.
func Database(dir string, n int) string { return filepath.Join(dir, fmt.Sprintf("shard-%05d.db", n)) }

func manifestOf(database string) string { return strings.TrimSuffix(database, ".db") + ".json" }

// Publish copies a sealed database to its place in dir, and writes its manifest
// after it: each under a temporary name that is renamed when it is on the disk,
// so that whoever looks sees a whole shard or none. m's Schema, Bytes and SHA256
// are filled.
func Publish(dir, database string, m Manifest) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	target := Database(dir, m.Shard)
	// An older manifest would speak of the new database.
	if err := os.Remove(manifestOf(target)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	f, err := os.Open(database) //nolint:gosec // the worker's own file
	if err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	defer func() { _ = f.Close() }()
	hash := sha256.New()
	if err := publish(target, io.TeeReader(f, hash)); err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	m.Schema, m.Bytes, m.SHA256 = schema, info.Size(), hex.EncodeToString(hash.Sum(nil))
	data, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	if err := publish(manifestOf(target), bytes.NewReader(append(data, '\n'))); err != nil {
		return fmt.Errorf("publish shard %d: %w", m.Shard, err)
	}
	return nil
}

// publish writes a file that is there whole or not at all, whatever happens to
// the machine.
func publish(path string, data io.Reader) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if _, err := io.Copy(f, data); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	syncDir(filepath.Dir(path))
	return nil
}

// syncDir makes a rename last. Some file systems cannot; the file itself is safe
// there all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil { //nolint:gosec // the folder that was written to
		_ = d.Sync()
		_ = d.Close()
	}
}

// What is wrong with a shard; compare with errors.Is.
var (
	ErrMissing = errors.New("it is not there, or its work did not end")
	ErrForeign = errors.New("it belongs to another plan")
	ErrChanged = errors.New("it is not what its worker left: cut short or edited")
)

// ReadManifest reads the manifest of the database at path and checks that the
// database is the one it speaks of.
func ReadManifest(database string) (Manifest, error) {
	var m Manifest
	data, err := os.ReadFile(manifestOf(database))
	if errors.Is(err, os.ErrNotExist) {
		return m, ErrMissing
	}
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(data, &m); err != nil || m.Schema != schema {
		return m, ErrChanged
	}
	f, err := os.Open(database) //nolint:gosec // the user's shard
	if errors.Is(err, os.ErrNotExist) {
		return m, ErrMissing
	}
	if err != nil {
		return m, err
	}
	defer func() { _ = f.Close() }()
	hash := sha256.New()
	size, err := io.Copy(hash, f)
	if err != nil {
		return m, err
	}
	if size != m.Bytes || hex.EncodeToString(hash.Sum(nil)) != m.SHA256 {
		return m, ErrChanged
	}
	return m, nil
}

// Check is ReadManifest for shard n of the plan in the folder dir.
func (p *Plan) Check(dir string, n int) (Manifest, error) {
	m, err := ReadManifest(Database(dir, n))
	if err == nil && (m.Plan != p.ID || m.Shard != n) {
		err = ErrForeign
	}
	return m, err
}

package store

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

// A shard is a database that one of many machines made and sealed: its schema,
// its count of documents and the hash of its file stand in its table about, so
// that Merge can tell a shard that was cut short, edited, or never finished. The
// hash is of the bytes, which are read as fast as they come; to hash what the
// rows say takes longer than to copy them.
const (
	aboutSchema    = "shard_schema"
	aboutDocuments = "shard_documents" // for who looks
	aboutContent   = "shard_content"   // see contentHash
)

type seal struct {
	schema  int64
	content string
}

// Seal makes the file a shard. It also folds the WAL in and leaves WAL mode, so
// that the file alone can be copied and read from a place without locks. A
// shard that was put to after it must be sealed again; other readers of the
// file must be closed.
func (db *DB) Seal(ctx context.Context) error {
	op := "seal " + db.path
	set := func(t *tx, key, value string) error {
		return t.exec("INSERT OR REPLACE INTO about (key, value) VALUES (?, ?)", key, value)
	}
	about := int64(0)
	if err := db.change(ctx, op, func(t *tx) (err error) {
		if about, err = aboutPage(t); err != nil {
			return err
		}
		documents := int64(0)
		if err := t.each("SELECT count(*) FROM document", nil, func(c *cursor) error {
			documents = c.num64()
			return nil
		}); err != nil {
			return err
		}
		if err := t.exec("DELETE FROM about WHERE key = ?", aboutContent); err != nil {
			return err
		}
		if err := set(t, aboutSchema, strconv.Itoa(len(migrations))); err != nil {
			return err
		}
		return set(t, aboutDocuments, strconv.FormatInt(documents, 10))
	}); err != nil {
		return err
	}
	// Leaving WAL mode needs the file for itself.
	if err := db.read.Close(); err != nil {
		return wrap(op, err)
	}
	_, err := db.write.conn.Exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE", nil)
	db.read = openPool(dsn(db.path, readPragmas))
	if err != nil {
		return wrap(op, err)
	}
	// Outside a transaction: closing a second descriptor of the file ends locks.
	content, err := contentHash(ctx, db.path, about)
	if err != nil {
		return wrap(op, err)
	}
	return db.change(ctx, op, func(t *tx) error { return set(t, aboutContent, content) })
}

// readSeal returns what a shard says of itself; ok is false where it is not
// sealed.
func readSeal(q eachReader) (s seal, ok bool, err error) {
	found := 0
	err = q.each("SELECT key, value FROM about WHERE key IN (?, ?)", []driver.Value{aboutSchema, aboutContent}, func(c *cursor) error {
		found++
		if c.text() == aboutContent {
			s.content = c.text()
			return nil
		}
		s.schema, err = strconv.ParseInt(c.text(), 10, 64)
		return err
	})
	return s, found == 2, err
}

// aboutPage returns the number of the one page of the table about.
func aboutPage(q eachReader) (page int64, err error) {
	err = q.each("SELECT rootpage FROM sqlite_schema WHERE name = 'about'", nil, func(c *cursor) error {
		page = c.num64()
		return nil
	})
	return page, err
}

// errNotAlone: another program has the file open for writing, or did not close
// it.
var errNotAlone = errors.New("a journal lies beside it: it was not closed, or is open elsewhere")

// contentHash returns the SHA-256 of a database's file, in hex, without what the
// seal itself changes: the page of the table about, and of the file's header the
// counters of changes and what says whether a WAL is used. Offsets are those of
// the file format (sqlite.org/fileformat.html, 1.3). The file must stand alone:
// what lies in a journal beside it would be read and not be hashed.
func contentHash(ctx context.Context, path string, about int64) (string, error) {
	for _, journal := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(path + journal); err == nil && info.Size() > 0 {
			return "", errNotAlone
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer drop(f)
	var head [100]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		return "", err
	}
	size := int64(binary.BigEndian.Uint16(head[16:]))
	if size == 1 {
		size = 1 << 16
	}
	if info, err := f.Stat(); err != nil {
		return "", err
	} else if pages := int64(binary.BigEndian.Uint32(head[28:])); size < 512 || info.Size() != pages*size {
		return "", fmt.Errorf("%d bytes, not %d pages of %d", info.Size(), pages, size)
	}
	h := sha256.New()
	buf := make([]byte, 256*size)
	for first := int64(1); ; {
		n, err := io.ReadFull(f, buf)
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			return "", err
		}
		if n == 0 {
			break
		}
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if first == 1 {
			clear(buf[18:20])
			clear(buf[24:28])
			clear(buf[92:100])
		}
		if at := about - first; at >= 0 && at*size < int64(n) {
			clear(buf[at*size : (at+1)*size])
		}
		h.Write(buf[:n])
		first += int64(n) / size
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

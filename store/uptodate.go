package store

import "context"

// OpenUpToDate opens an existing database for reading, after bringing its schema
// up to date where an older program made it, as Open does: for reading what the
// views do not show. A missing file is os.ErrNotExist.
func OpenUpToDate(ctx context.Context, path string) (*DB, error) {
	db, err := OpenReadOnly(ctx, path)
	if err != nil {
		return nil, err
	}
	head, err := walHead(ctx, db.read)
	if err == nil && head.version >= len(migrations) {
		return db, nil
	}
	drop(db)
	if err != nil {
		return nil, wrap("open database "+path, orCause(ctx, err))
	}
	w, err := Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return OpenReadOnly(ctx, path)
}

package decide

import (
	"context"
	"fmt"

	"zvit/store"
)

// EarlierError says that a scope is of an earlier version of a document, or of a
// copy, and that no decision on it would change what counts.
type EarlierError struct {
	Of     Scope
	Counts Scope  // what may be decided instead: an amount, or the document
	Path   string // of the document that counts
}

func (e *EarlierError) Error() string {
	return fmt.Sprintf("%s is of an earlier version or a copy: %s counts, in %s", e.Of, e.Counts, e.Path)
}

// shortID is how many digits name a document, as in the ids of what stands in it.
const shortID = 16

// Counting returns the scope that counts for one: itself; or, of an amount of an
// earlier version or a copy, the amount with the same printed text at the same
// place of the document that counts. An *EarlierError where there is none, and of
// wider scopes, whose amounts nobody has seen there.
func Counting(ctx context.Context, db *store.DB, of Scope) (Scope, error) {
	documentID, err := DocumentOf(ctx, db, of)
	if err != nil {
		return of, err
	}
	counts, path, err := db.CountingDocument(ctx, documentID)
	if err != nil || counts == documentID {
		return of, err
	}
	earlier := &EarlierError{Of: of, Counts: Document(counts[:shortID]), Path: path}
	if !of.One() {
		return of, earlier
	}
	same, instead, err := db.SameText(ctx, string(of), counts)
	switch {
	case err != nil:
		return of, err
	case same != "":
		return Scope(same), nil
	case instead != "":
		earlier.Counts = Scope(instead)
	}
	return of, earlier
}

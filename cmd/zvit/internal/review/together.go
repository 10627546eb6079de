package review

import (
	"fmt"
	"hash/fnv"

	"zvit/cmd/zvit/internal/decide"
	"zvit/extract/record"
)

// together are doubtful amounts that can be decided in one step: those of the
// amount's column, or of its document.
type together struct {
	Scope decide.Scope
	Key   string // as it stands on the keyboard
	Code  string // of the key, whatever its letter is in the user's layout
	What  string // a message's key
	Count int
	Sum   *record.Kopecks // nil where it is beyond any budget
	Unit  record.Unit     // that all are settled in; none where they differ
	Seen  string          // what the readings were when the page was made
}

// togetherWith lists what can be decided with an amount. A document whose
// doubtful amounts are all in one column is that column.
func togetherWith(l *loaded, a *record.Amount) (list []together) {
	for _, x := range []together{
		{Scope: decide.ColumnOf(a), Key: "C", Code: "KeyC", What: "review.all_column"},
		{Scope: decide.Document(l.id), Key: "D", Code: "KeyD", What: "review.all_document"},
	} {
		if x.Scope == "" {
			continue
		}
		open := x.Scope.Open(l.reports)
		x.Count = len(open)
		if x.Count < 2 || len(list) > 0 && list[0].Count == x.Count {
			continue
		}
		hash, sum := fnv.New64a(), record.Kopecks(0)
		x.Sum, x.Unit = &sum, open[0].Settled
		for _, o := range open {
			fmt.Fprintln(hash, o.ID, *o.Kopecks)
			if o.Settled != x.Unit {
				x.Unit = record.NoUnit
			}
			if s := sum + *o.Kopecks; (s > sum) == (*o.Kopecks > 0) || *o.Kopecks == 0 {
				sum = s
			} else {
				x.Sum = nil
			}
		}
		x.Seen = fmt.Sprintf("%x", hash.Sum64())
		list = append(list, x)
	}
	return list
}

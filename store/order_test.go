package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zvit/extract/document"
	"zvit/extract/record"
)

// pool are documents that stand to one another in every way that the rules of
// duplicates, of versions and of execution know.
func pool() []Entry {
	nameless := func(e Entry) Entry {
		e.Reports[0].Programme, e.Reports[0].ProgrammeKey = "", ""
		return e
	}
	return []Entry{
		sample{name: "page", measures: 10}.entry(),
		misread(sample{name: "page with a changed figure", measures: 10}.entry(), 3),
		misread(sample{name: "page with another", measures: 10}.entry(), 5),
		sample{name: "the same as a document", format: document.DOCX, measures: 10}.entry(),
		misread(sample{name: "the same as a scan", format: document.PDF, scanned: true, measures: 10}.entry(), 1),
		sample{name: "another year", from: "2024", to: "2026", base: 777_700}.entry(),
		sample{name: "an annual report", kind: record.ProgrammeAnnual, from: "2022", to: "2022", base: 31_300}.entry(),
		nameless(sample{name: "without a name", base: 555_500}.entry()),
		nameless(sample{name: "without a name, again", base: 555_500}.entry()),
		plain("a letter", document.HTML),
		{SHA256: hash("unread"), Status: document.Failed, Category: document.Damaged, ReaderVersion: "test/1"},
	}
}

// readings are documents, each read at a path at a time; a file may have gone
// back to old bytes, and a document may stand under several names.
func readings(rng *rand.Rand) []Entry {
	all := pool()
	var list []Entry
	for i := range 2 + rng.IntN(8) {
		// Two at one time now and then.
		list = append(list, at(all[rng.IntN(len(all))], fmt.Sprint("p", rng.IntN(3)), i/2))
	}
	return list
}

// Whatever was read at which paths and times, the order in which it comes to the
// database changes nothing, nor does the shard that brings it.
func TestOrderOfReadingsChangesNothing(t *testing.T) {
	all := pool()
	for name, list := range map[string][]Entry{
		"a file goes back": {at(all[0], "p", 0), at(all[1], "p", 1), at(all[0], "p", 2)},
		"two at one time":  {at(all[0], "p", 0), at(all[1], "p", 0)},
		"under two names, one of which changes": {
			at(all[0], "p", 0), at(all[0], "q", 0), at(all[1], "p", 1), at(all[3], "r", 1),
		},
		"what a copy is a copy of is superseded by a worse one than another": {
			at(all[0], "p", 0), at(all[1], "q", 1), at(all[4], "r", 1), at(all[3], "p", 2), at(all[0], "q", 2), at(all[1], "p", 3),
		},
	} {
		t.Run(name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(1, 1))
			for range 2 {
				sameInAnyOrder(t, rng, list)
			}
		})
	}
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(seed, 17))
			sameInAnyOrder(t, rng, readings(rng))
		})
	}
}

func sameInAnyOrder(t *testing.T, rng *rand.Rand, list []Entry) {
	t.Helper()
	one := opened(t)
	put(t, one, list...)
	want := dump(t, one)

	list = slices.Clone(list)
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	other := opened(t)
	put(t, other, list...)
	if diff := cmp.Diff(want, dump(t, other)); diff != "" {
		t.Error("put in another order:", diff)
	}

	dir := t.TempDir()
	var shards []string
	for part := range slices.Chunk(list, 3) {
		shards = append(shards, shard(t, dir, len(shards), part...))
	}
	merged := opened(t)
	if _, err := merged.Merge(context.Background(), MergeOptions{}, shards...); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, dump(t, merged)); diff != "" {
		t.Error("merged:", diff)
	}
	whole(t, merged)
}

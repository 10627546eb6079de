package review

import (
	"net/http"
	"strings"
	"time"

	"zvit/extract/record"
	"zvit/store"
)

// maxHits is how much of a search is shown.
const maxHits = 100

// hit is one result of a search, with its text cut at the words found.
type hit struct {
	store.Hit
	Pieces []piece
	What   string
}

func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	words := strings.TrimSpace(r.FormValue("q"))
	list, err := s.db.Search(r.Context(), words, maxHits)
	if err != nil {
		return err
	}
	say := s.say(r)
	hits := make([]hit, len(list))
	for i, h := range list {
		hits[i] = hit{h, marked(h.Snippet), say.Say("review.subject." + subjectOf(h))}
	}
	return s.show(w, r, http.StatusOK, "search", frame{
		Title: say.Say("review.search"), Section: "search", Query: words,
		Body: struct {
			Hits []hit
			Full bool // there may be more
		}{hits, len(hits) == maxHits},
	})
}

func subjectOf(h store.Hit) string {
	if h.Finding != "" {
		return "finding"
	}
	if h.Subject == "" {
		return string(record.SubjectDocument)
	}
	return string(h.Subject)
}

// marked cuts a snippet at the marks that the store puts around the words found.
func marked(snippet string) (list []piece) {
	for snippet != "" {
		before, rest, found := strings.Cut(snippet, store.MarkFrom)
		if before != "" {
			list = append(list, piece{Text: before})
		}
		if !found {
			break
		}
		word, after, _ := strings.Cut(rest, store.MarkTo)
		list = append(list, piece{word, "figure"})
		snippet = after
	}
	return list
}

// when is a moment as the reviewer's clock shows it.
func when(rfc3339 string) string {
	t, err := time.Parse(time.RFC3339, rfc3339)
	if err != nil {
		return rfc3339
	}
	return t.Local().Format("2006-01-02 15:04")
}

package main

import (
	"errors"
	"os"
	"strconv"
	"strings"

	"zvit/cmd/zvit/internal/seen"
	"zvit/extract/document"
	"zvit/extract/layout"
)

// choosePages reads the value of --page: a page, or the first and the last.
func (o *tablesOptions) choosePages(e *env) error {
	if o.pages == "" {
		return nil
	}
	from, to, ranged := strings.Cut(o.pages, "-")
	if !ranged {
		to = from
	}
	var err1, err2 error
	o.first, err1 = strconv.Atoi(strings.TrimSpace(from))
	o.last, err2 = strconv.Atoi(strings.TrimSpace(to))
	if err1 != nil || err2 != nil || o.first < 1 || o.last < o.first {
		return usageError{text: e.say.Say("error.pages", o.pages)}
	}
	return nil
}

// writeSeen draws what was seen on the pages, and the tables as read.
func writeSeen(e *env, opts tablesOptions, pages []layout.Page, raw *document.Document) error {
	if len(pages) == 0 {
		return outcomeError{exitNothing, e.say.Say("error.no_picture", opts.path)}
	}
	var tables []*document.Table
	for _, b := range raw.Blocks {
		if t, ok := b.(*document.Table); ok {
			tables = append(tables, t)
		}
	}
	f, err := os.Create(opts.debug)
	if err != nil {
		return outputError(e, opts.debug, err)
	}
	return outputError(e, opts.debug, errors.Join(seen.PNG(f, pages, tables), f.Close()))
}

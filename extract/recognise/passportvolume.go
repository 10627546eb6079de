package recognise

import (
	"strings"

	"zvit/extract/record"
	"zvit/extract/wording"
)

// passportVolume reports whether a folded text is the item of a passport that gives
// the programme's money: "4. Обсяг бюджетних призначень / бюджетних асигнувань".
func passportVolume(folded string) bool {
	return wording.HasStems(folded, "обсяг", "бюджетн", "призначен") || wording.HasStems(folded, "обсяг", "бюджетн", "асигнуван")
}

// volumeRows reads that item where its words, figures and units stand in cells of
// their own, as spreadsheets of the form have them (order 836 of 26.08.2014 of the
// Ministry of Finance): "4. Обсяг … | 6 500,00 | гривень, у тому числі загального
// фонду | 6 000,00 | гривень та" over "спеціального фонду | 500,00 | гривень.". It
// returns how many amounts it read.
func (c *Context) volumeRows(t *Table) int {
	open, from := false, len(c.Report.Amounts)
	for r := range t.Rows {
		texts, cols := t.texts(r)
		if len(texts) < 3 {
			continue
		}
		if folded := wording.Fold(texts[0]); passportVolume(folded) {
			open = true
		} else if open = open && wording.FundOf(texts[0]) != ""; !open {
			continue
		}
		for i := 1; i+1 < len(texts); i++ {
			c.volumeCell(t, r, cols[i], texts[i-1], texts[i], texts[i+1])
		}
	}
	return len(c.Report.Amounts) - from
}

// volumeCell makes a figure that stands between its words and its unit the
// programme's planned money, whole or of a fund.
func (c *Context) volumeCell(t *Table, row, col int, words, figure, unit string) {
	if _, ok := wording.ParseNumeral(figure); !ok {
		return
	}
	units := wording.FindUnits(unit)
	if len(units) == 0 || strings.TrimSpace(unit[:units[0].Start]) != "" {
		return
	}
	at := t.CellPlace(row, col)
	a := record.Amount{
		Subject: record.SubjectReport, SubjectID: c.Report.ID, Role: record.Planned, IsTotal: true,
		Label: shorten(labelOf(words)), Printed: figure, TableID: t.ID, Row: row, Col: col, Place: at,
		Mentions: []int{c.Mention(record.UnitMention{Unit: units[0].Unit, Source: record.Beside, Text: units[0].Text, Place: at})},
	}
	if !passportVolume(wording.Fold(words)) {
		a.Fund = wording.FundOf(words)
	}
	c.AddAmount(a)
}

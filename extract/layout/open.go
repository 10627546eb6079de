package layout

// openTables finds tables without a grid of rulings, by the white space between their columns.
func openTables(p *Page, words []*Word, g grouped, ruled []*found) (tables []*found, rest []*Word) {
	return nil, words
}

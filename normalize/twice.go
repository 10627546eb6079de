package normalize

import "math"

// twin is two amounts of one row that say the same of it, in different units.
type twin struct{ coarse, fine *cell }

// linkTwins finds money that a row gives twice, once rounded: "28 719,5" in
// thousands beside "28719468.00" in hryvnias. Where most rows of the two columns
// agree within the printed decimals, the rounded amount repeats the exact one.
func (p *problem) linkTwins() {
	type columns struct{ coarse, fine *block }
	agree, count := map[columns][]twin{}, map[columns]int{}
	var order []columns
	for _, g := range p.bySubject() {
		for _, at := range g.form.twins {
			a, b := g.cells[at[0]], g.cells[at[1]]
			if a.kind != money || b.kind != money || a.block == b.block || a.amount.Row != b.amount.Row || a.exp() <= b.exp() {
				continue
			}
			k := columns{a.block, b.block}
			if count[k]++; count[k] == 1 {
				order = append(order, k)
			}
			if math.Abs(float64(a.now()-b.now())) <= float64(a.half(a.exp())+b.half(b.exp())) {
				agree[k] = append(agree[k], twin{a, b})
			}
		}
	}
	for _, k := range order {
		if 3*len(agree[k]) < 2*count[k] {
			continue
		}
		for _, t := range agree[k] {
			if _, digits := t.coarse.significant(); digits > 1 || len(agree[k]) > 1 {
				t.coarse.amount.SameAs = t.fine.amount.ID
				if t.fine.amount.PartOf == "" { // what counts the one counts the other
					t.fine.amount.PartOf = t.coarse.amount.PartOf
				}
			}
		}
	}
}

package normalize

import (
	"context"
	"fmt"

	"zvit/extract/record"
	"zvit/normalize/explain"
)

// Settle fills, in place, what settling is said to fill in package record: the
// unit of every amount with its kopecks, confidence, reason and evidence; the
// measures' planned and actual money; part_of, same_as and in_total; and the
// findings about money, which replace those of an earlier settling while the
// findings of other rooms stay.
//
// It needs the records and the reviewers' decisions alone and gives the same
// result again from its own output. It fails only where ctx ends.
func Settle(ctx context.Context, reports []*record.Report, reviews []record.Review) error {
	for _, r := range reports {
		if err := settleReport(ctx, r, reviews); err != nil {
			return fmt.Errorf("settle report %s: %w", r.ID, err)
		}
	}
	return nil
}

// rounds of unit search and search for odd rows: the second knows the odd rows.
const rounds = 2

func settleReport(ctx context.Context, r *record.Report, reviews []record.Review) error {
	p := newProblem(r)
	applied, err := p.search(ctx, reviews)
	if err != nil {
		return err
	}
	decisions := p.decide()
	p.linkAmounts()
	p.fillMeasures()
	p.explainAmounts(decisions, applied)
	p.misread(decisions)
	p.displaced(decisions)
	p.rounded(decisions)
	p.doubtRivals()
	p.contradict()
	r.Findings = append(kept(r.Findings), p.findings(decisions)...)
	explain.Report(r)
	return nil
}

// search finds the report's likeliest reading, with the decisions that a person
// made; it returns those by their cells.
func (p *problem) search(ctx context.Context, reviews []record.Review) (map[*cell]record.Review, error) {
	p.buildPairs()
	p.buildRelations()
	p.buildLinks()
	applied := p.review(reviews)
	p.witnesses()
	// Down a column odd rows stand out whatever its unit is; against other columns
	// and the totals of the prose they can be told only when the units are known.
	p.sleep(true)
	if err := p.oddities(ctx); err != nil {
		return nil, err
	}
	p.sleep(false)
	for range rounds {
		for _, cl := range p.ratios {
			cl.measure()
		}
		if err := p.scales(ctx); err != nil {
			return nil, err
		}
		if err := p.oddities(ctx); err != nil {
			return nil, err
		}
	}
	return applied, nil
}

// sleep puts aside what needs the blocks' units while they are not yet known.
func (p *problem) sleep(asleep bool) {
	for _, b := range p.blocks {
		b.free = asleep
	}
	for _, r := range p.relations {
		r.asleep = asleep && r.kind != rowsKind && r.kind != partsKind
	}
}

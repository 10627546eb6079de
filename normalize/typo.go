package normalize

import (
	"slices"
	"strconv"

	"zvit/extract/record"
)

// typos proposes a misprinted digit where one digit of one amount, changed,
// makes two independent sums hold that fail as printed, and no other amount of
// these sums has such a change. It is told and never applied: nine of ten
// mismatches are no typing error (Scholtus, 2009).
func (f *finder) typos() {
	type proposal struct {
		c    *cell
		from int64
		to   int64
	}
	for _, c := range f.p.cells {
		if !c.live() || c.block == nil {
			continue
		}
		var failing []*relation
		for _, r := range c.relations {
			if !r.consistent() && len(r.out) == 0 && r.kind != partsKind {
				failing = append(failing, r)
			}
		}
		if len(failing) < 2 || slices.ContainsFunc(c.relations, func(r *relation) bool { return r.consistent() && r.addends() > 1 }) {
			continue
		}
		var found []proposal
		for _, v := range oneDigit(c) {
			ok := 0
			for _, r := range failing {
				if r.holdsWith(c, v) {
					ok++
				}
			}
			if ok >= 2 && ok == len(failing) {
				found = append(found, proposal{c, c.now(), v})
			}
		}
		if len(found) != 1 || rivalTypo(c, failing) {
			continue
		}
		x := f.say(record.TypoSuspected, record.Warning, 0.85, c, arg("printed", c.amount.Printed), sum("proposed", kopecks(found[0].to)))
		x.Expected, x.Found = kp(found[0].to), kp(found[0].from)
		setDifference(x)
	}
}

// rivalTypo reports whether another amount of the same sums could be misprinted
// as well.
func rivalTypo(c *cell, failing []*relation) bool {
	others := map[*cell]int{}
	var order []*cell
	for _, r := range failing {
		for _, o := range append([]*cell{r.total}, r.parts...) {
			if o != c && o.live() {
				if others[o] == 0 {
					order = append(order, o)
				}
				others[o]++
			}
		}
	}
	for _, o := range order {
		if others[o] < len(failing) {
			continue
		}
		for _, v := range oneDigit(o) {
			ok := true
			for _, r := range failing {
				ok = ok && r.holdsWith(o, v)
			}
			if ok {
				return true
			}
		}
	}
	return false
}

// holdsWith reports whether the relation holds when c has the value.
func (r *relation) holdsWith(c *cell, v int64) bool {
	res := r.residual()
	if r.total == c {
		res += v - c.now()
	} else {
		for i, o := range r.parts {
			if o == c {
				res -= r.sign(i) * r.times * (v - c.now())
			}
		}
	}
	return res >= -r.tol-milli && res <= r.tol+milli
}

// oneDigit lists the values that one substituted, inserted, left out or
// transposed digit gives.
func oneDigit(c *cell) []int64 {
	n := c.numeral()
	digits := strconv.FormatInt(max(n.Mantissa, -n.Mantissa), 10)
	if len(digits) > 15 || c.exact != nil { // a number that a program rounded was not mistyped so
		return nil
	}
	var out []int64
	try := func(s string) {
		m, err := strconv.ParseInt(s, 10, 64)
		if err != nil || m == 0 || s[0] == '0' {
			return
		}
		if n.Mantissa < 0 {
			m = -m
		}
		v := scale10(m, c.exp()-n.Decimals+guard)
		if v != c.now() && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	for i := range digits {
		for d := byte('0'); d <= '9'; d++ {
			if d != digits[i] {
				try(digits[:i] + string(d) + digits[i+1:])
			}
			try(digits[:i] + string(d) + digits[i:])
		}
		if len(digits) > 1 {
			try(digits[:i] + digits[i+1:])
		}
		if i+1 < len(digits) && digits[i] != digits[i+1] {
			try(digits[:i] + string(digits[i+1]) + string(digits[i]) + digits[i+2:])
		}
	}
	return out
}

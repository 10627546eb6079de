// Package explain puts codes and arguments into the sentences that a careful
// auditor would write, in English and in Ukrainian. It is the only place where
// findings and evidence become words.
package explain

import (
	"strconv"
	"strings"

	"zvit/extract/record"
)

// args gives the arguments of a sentence by name.
type args []record.Arg

func (a args) get(name string) string {
	for _, x := range a {
		if x.Name == name {
			return x.Value
		}
	}
	return ""
}

func (a args) has(name string) bool { return a.get(name) != "" }

func (a args) all(name string) []string {
	var out []string
	for _, x := range a {
		if x.Name == name {
			out = append(out, x.Value)
		}
	}
	return out
}

func (a args) int(name string) int {
	n, _ := strconv.Atoi(a.get(name))
	return n
}

// money is a whole number of kopecks as hryvnias: "3 409 977,85".
func (a args) money(name string) string {
	n, err := strconv.ParseInt(a.get(name), 10, 64)
	if err != nil {
		return a.get(name)
	}
	return Money(record.Kopecks(n))
}

// size is the same without its sign.
func (a args) size(name string) string { return strings.TrimPrefix(a.money(name), "-") }

// sentence builds one language's sentence from its arguments.
type sentence func(a args) string

// template is a sentence in the two languages.
type template struct{ en, uk sentence }

func (t template) with(a args) record.Sentence {
	return record.Sentence{EN: t.en(a), UK: t.uk(a)}
}

// Reason returns the one sentence that says why an amount has its unit.
func Reason(code string, given []record.Arg) record.Sentence {
	t, ok := reasons[code]
	if !ok {
		return record.Sentence{EN: code, UK: code}
	}
	s := t.with(args(given))
	if args(given).has("decided") {
		s.EN += "; a person decided an amount that hangs together with it"
		s.UK += "; людина вирішила суму, з якою вона пов'язана"
	}
	if a := args(given); a.has("doubtful") {
		tail := doubt.with(a)
		s.EN += tail.EN
		s.UK += tail.UK
	}
	return s
}

// Evidence returns the sentence of one clue.
func Evidence(kind string, given []record.Arg) record.Sentence {
	if t, ok := clues[kind]; ok {
		return t.with(args(given))
	}
	return record.Sentence{EN: kind, UK: kind}
}

// Finding returns the sentence of a finding.
func Finding(code record.FindingCode, given []record.Arg, expected, found, difference *record.Kopecks) record.Sentence {
	a := args(given)
	for _, x := range []struct {
		name string
		k    *record.Kopecks
	}{{"expected", expected}, {"found", found}, {"difference", difference}} {
		if x.k != nil {
			a = append(a[:len(a):len(a)], record.Arg{Name: x.name, Value: strconv.FormatInt(int64(*x.k), 10)})
		}
	}
	if t, ok := findings[code]; ok {
		return t.with(a)
	}
	if t, ok := textual[code]; ok {
		return t.with(a)
	}
	return record.Sentence{EN: string(code), UK: string(code)}
}

// Report fills the sentences of all evidence and findings of a report.
func Report(r *record.Report) {
	// Amounts of one column share their evidence; each list is worded once.
	done := map[*record.Evidence]bool{}
	for i := range r.Amounts {
		e := r.Amounts[i].Evidence
		if len(e) == 0 || done[&e[0]] {
			continue
		}
		done[&e[0]] = true
		for j := range e {
			e[j].Text = Evidence(e[j].Kind, e[j].Args)
		}
	}
	numbers := rowNumbers(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		given := f.Args
		if _, ok := textual[f.Code]; ok {
			given = textArgs(f, numbers)
		}
		f.Message = Finding(f.Code, given, f.Expected, f.Found, f.Difference)
	}
}

// Money writes kopecks as hryvnias with a comma and groups: "3 409 977,85".
func Money(k record.Kopecks) string {
	sign := ""
	n := uint64(k)
	if k < 0 {
		sign = "-"
		n = uint64(-(k + 1)) + 1
	}
	whole := strconv.FormatUint(n/100, 10)
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(d)
	}
	b.WriteByte(',')
	if n%100 < 10 {
		b.WriteByte('0')
	}
	b.WriteString(strconv.FormatUint(n%100, 10))
	return b.String()
}

// decimal writes a plain decimal with a comma and without a needless ",0".
func decimal(s string) string {
	s = strings.TrimSuffix(strings.Replace(s, ".", ",", 1), ",0")
	whole, frac, ok := strings.Cut(s, ",")
	var b strings.Builder
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(d)
	}
	if ok {
		b.WriteString("," + frac)
	}
	return b.String()
}

// plural picks the Ukrainian form for n: one (1, 21), few (2-4, 22-24), many
// (0, 5-20), by the rules of the Unicode CLDR.
func plural(n int, one, few, many string) string {
	if n < 0 {
		n = -n
	}
	switch {
	case n%10 == 1 && n%100 != 11:
		return one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		return few
	}
	return many
}

func count(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

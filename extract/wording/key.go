package wording

import "strings"

// Key is the name of a programme without years, quotes, case and apostrophes,
// with its authority: the same for each report on one programme.
//
// Where the name stands in quotes, they are the name; otherwise the words up to
// "програма" that only say whose it is are dropped. Words are cut to their stems,
// so that "Вигаданська міська рада" and "Вигаданської міської ради" are one. It
// is empty where the programme's name is.
func Key(programme, authority string) string {
	name := keyWords(quoted(programme))
	if len(name) == 0 {
		name = keyWords(programme)
	}
	if len(name) == 0 {
		return ""
	}
	return strings.Join(name, " ") + "|" + strings.Join(keyWords(authority), " ")
}

// quoted returns the longest quoted part of s, or s.
func quoted(s string) string {
	best := ""
	for _, q := range [...][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"\"", "\""}, {"”", "”"}} {
		i := strings.Index(s, q[0])
		if i < 0 {
			continue
		}
		rest := s[i+len(q[0]):]
		j := strings.LastIndex(rest, q[1])
		if j > len(best) {
			best = rest[:j]
		}
	}
	if best == "" {
		return s
	}
	return best
}

func keyWords(s string) []string {
	tokens := lex(s)
	var words []token
	for i := 0; i < len(tokens); i++ {
		if _, next := dateAt(tokens, i); next > 0 {
			i = next - 1
			continue
		}
		if yearAt(tokens, i) {
			words = dropBeforeYear(words)
			_, next := periodAt(tokens, i)
			i = max(next, i+1) - 1
			continue
		}
		if tokens[i].kind != tokenMark {
			words = append(words, tokens[i])
		}
	}
	// "Міська цільова програма розвитку культури": the name begins after it.
	for i, t := range words {
		if !t.begins("програм") {
			if t.begins("міськ", "обласн", "районн", "сільськ", "селищн", "цільов", "комплексн", "регіональн", "місцев", "соціальн", "галузев", "бюджетн") {
				continue
			}
			break
		}
		if i+1 < len(words) {
			words = words[i+1:]
		}
		break
	}
	out := make([]string, 0, len(words))
	for _, t := range words {
		w := strings.ReplaceAll(t.text, "'", "")
		if t.kind == tokenWord {
			w = Stem(w)
		}
		out = append(out, w)
	}
	return out
}

// dropBeforeYear takes back the "на", "за", "у" that belongs to a year.
func dropBeforeYear(words []token) []token {
	for len(words) > 0 && words[len(words)-1].is("на", "за", "у", "в", "до", "період", "протягом", "роки", "рр", "з") {
		words = words[:len(words)-1]
	}
	return words
}

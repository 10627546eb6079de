package recognise

import "strings"

// nominative turns the genitive of a council's or a territory's name into the
// nominative: "Вигаданської міської ради" to "Вигаданська міська рада". It knows
// the feminine and the masculine of adjectives and the nouns that such names end
// with; another word comes back as it is, so that a name is never made up.
func nominative(phrase string) string {
	words := strings.Fields(phrase)
	nouns := map[string]string{
		"ради": "рада", "громади": "громада", "області": "область", "району": "район", "міста": "місто",
		"адміністрації": "адміністрація", "держадміністрації": "держадміністрація", "радою": "рада", "громадою": "громада", "громаді": "громада", "радам": "рада", "раді": "рада",
	}
	for i, w := range words {
		low := strings.ToLower(w)
		if n, ok := nouns[low]; ok {
			words[i] = keepCase(w, n)
			continue
		}
		for _, e := range [][2]string{{"ської", "ська"}, {"цької", "цька"}, {"зької", "зька"}, {"ної", "на"}, {"ського", "ський"}, {"цького", "цький"}, {"зького", "зький"}, {"ною", "на"}, {"ською", "ська"}, {"цькою", "цька"}, {"зькою", "зька"}, {"ній", "на"}, {"ській", "ська"}, {"цькій", "цька"}} {
			if strings.HasSuffix(low, e[0]) {
				stem := w[:len(w)-len(e[0])]
				words[i] = stem + keepCase(w[len(w)-len(e[0]):], e[1])
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// keepCase gives s the case of the text that it stands for: all capitals, or as
// it is with the first letter's case.
func keepCase(like, s string) string {
	switch {
	case like == strings.ToUpper(like) && len([]rune(like)) > 1:
		return strings.ToUpper(s)
	case []rune(like)[0] == []rune(strings.ToUpper(like))[0]:
		r := []rune(s)
		return strings.ToUpper(string(r[0])) + string(r[1:])
	}
	return s
}

package recognise

import (
	"testing"
)

// The only money of a report's measures, without a word of a plan anywhere, was
// spent.
func TestSpentMeasures(t *testing.T) {
	const rows = "\n1\tСаджанці\t98,50\n2\tОгорожа\t41,20\n"
	for text, want := range map[string]string{
		"Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\tСума, грн":                                         "actual",
		"Звіт про виконання Програми «Сад» за 2022 рік\n\n№\tЗахід\tОбсяг фінансування, грн":                           "planned",
		"Звіт про виконання Програми «Сад» за 2022 рік\n\nЗаходи, заплановані на наступний рік\n\n№\tЗахід\tСума, грн": "planned",
		"Програма «Сад» на 2022 рік\n\nЗаходи програми\n\n№\tЗахід\tСума, грн":                                         "planned",
	} {
		r := report(t, text+rows)
		equal(t, text, string(r.Amounts[0].Role), want)
	}
}

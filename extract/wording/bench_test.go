package wording

import "testing"

func BenchmarkParseNumeral(b *testing.B) {
	cells := []string{"540,0", "162 331,35", "1\u00a0185\u00a0773,94", "2334477419", "Управління освіти", "-", "199,000"}
	for i := 0; b.Loop(); i++ {
		ParseNumeral(cells[i%len(cells)])
	}
}

func BenchmarkReadHeading(b *testing.B) {
	path := []string{"Обсяги фінансування", "Орієнтовний загальний обсяг фінансування відповідно до програми, тис.грн"}
	for b.Loop() {
		ReadHeading(path)
	}
}

const benchText = "У 2018 році – 2 080 600 тис. гривень; підготовлено 40 відео сюжетів на каналах, проведено 5 заходів відповідно до рішення від 18.12.2017 № 879, витрачено 12 500,00 грн (дванадцять тисяч п'ятсот гривень)."

func BenchmarkFindMoney(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		FindMoney(benchText)
	}
}

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	for b.Loop() {
		Fold(benchText)
	}
}

func BenchmarkIsPeriod(b *testing.B) {
	for b.Loop() {
		IsPeriod("2018-2020 роки")
	}
}

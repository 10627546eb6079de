package recognise

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// sample is a report of 20 measures and 6 indicators, signed.
func sample(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "ЯВОРІВСЬКА СІЛЬСЬКА РАДА\n\nЗаключний звіт про виконання програми «Чиста криниця %d» за 2017-2019 роки\n\n", n)
	b.WriteString("Дата і номер рішення, яким затверджено Програму та зміни до неї: 1.02.2017 №11; 03.03.2018 р. № 22.\n" +
		"Обсяг фінансування програми передбачено в сумі 600,0 тис. грн, зокрема:\nу 2017 році – 200,0 тис. грн;\nу 2018 році – 200,0 тис. грн;\nу 2019 році – 200,0 тис. грн.\n\n" +
		"№\tЗавдання\tЗміст заходів\tТермін виконання\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\tІнформація про виконання\n1\t2\t3\t4\t5\t6\t7\t8\n")
	for i := range 20 {
		fmt.Fprintf(&b, "%d\tБерегти воду в кожному дворі громади\tОчищення криниць, ремонт зрубів і покриттів у селах громади\t2017-2019\tКП «Криниця»\t30,0\t2%d,5\t%s\n",
			i+1, i%10, strings.Repeat("У 2018 році очищено криниці у трьох селах, встановлено нові зруби. ", 8))
	}
	b.WriteString("\n№\tНазва показника\tОдиниця виміру\tПланове значення\tФактичне значення\tПричини невиконання\n\tПоказники продукту\t\t\t\t\n")
	for i := range 6 {
		fmt.Fprintf(&b, "%d\tКількість очищених криниць у селі\tод.\t%d\t%d\tБрак майстрів у громаді\n", i+1, i+3, i+2)
	}
	b.WriteString("\nСільський голова\nО.П. Калина\n\n")
	return b.String()
}

func benchmark(b *testing.B, copies int) {
	var text strings.Builder
	for i := range copies {
		text.WriteString(sample(i))
	}
	doc := docOf(text.String())
	b.ReportAllocs()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		list, _, err := Recognise(context.Background(), doc)
		if err != nil || len(list) != copies {
			b.Fatalf("%d reports, %v", len(list), err)
		}
	}
}

func BenchmarkOneReport(b *testing.B)  { benchmark(b, 1) }
func BenchmarkTenReports(b *testing.B) { benchmark(b, 10) }

func BenchmarkLongTable(b *testing.B) {
	var text strings.Builder
	text.WriteString("Звіт про виконання програми «Чиста криниця»\n\n№\tЗміст заходів\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "%d\tОчищення криниць\tКП «Криниця»\t30,0\t25,5\n", i+1)
	}
	doc := docOf(text.String())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Recognise(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBudget is the execution of a budget of 5 000 rows and 12 columns.
func BenchmarkBudget(b *testing.B) {
	var text strings.Builder
	text.WriteString("Звіт про виконання бюджету громади за 2021 рік\n\nгрн\nКод\tПоказник\tПлан на рік\tПлан на рік з урахуванням змін\tКасові видатки\t% виконання\tЗалишки асигнувань\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "%04d\tВидатки на криниці\t1 000,00\t1 200,00\t900,50\t75,0\t299,50\n", 2000+i%900)
	}
	doc := docOf(text.String())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Recognise(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

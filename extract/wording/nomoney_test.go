package wording

import "testing"

func TestSaysNoMoney(t *testing.T) {
	for text, want := range map[string]bool{
		"не передбачено": true, "Не потребує фінансування": true, "кошти не виділялись": true, "фінансування не здійснювалося": true,
		"Без фінансування": true, "безкоштовно": true,
		"відсутні": true, "Не планувалося": true, "в межах кошторису": false, "За потребою": false, "за рахунок спонсорів": false, "Згідно кошторису": false,
		"кошти на невідкладні потреби, що передбачені": false, "": false, "-": false, "Поточний ремонт": false, "не більше 50,0": false, "у 2021 році не виділялося": false, "ЗО": false,
		"За підсумками року": false, "Без бар'єрів": false, "У межах громади": false, "Не пізніше грудня": false, "ТОВ «Шлях»": false, "-//-": false,
	} {
		if got := SaysNoMoney(text); got != want {
			t.Errorf("SaysNoMoney(%q) is %v", text, got)
		}
	}
}

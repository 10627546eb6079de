package review

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"zvit/cmd/zvit/messages"
)

// TestNameStays: of a table wider than the window, the column that names the rows
// stays beside the marked cell, and covers nothing of it.
func TestNameStays(t *testing.T) {
	wide := strings.Replace(waterReport(0), "<th>Заплановано</th>", strings.Repeat("<th>Примітка відділу</th>", 8)+"<th>Заплановано</th>", 1)
	wide = strings.ReplaceAll(wide, "<td>Водоканал</td>", "<td>Водоканал</td>"+strings.Repeat("<td>без зауважень</td>", 8))
	wide = strings.ReplaceAll(wide, "<td>Лісгосп</td>", "<td>Лісгосп</td>"+strings.Repeat("<td>без зауважень</td>", 8))
	b := drive(t, messages.Ukrainian, entryOf(t, "/архів/широка.html", wide))
	id := rows(t, b.path, "SELECT amount_id FROM amounts WHERE printed = '402,9'")[0]
	for _, width := range []int64{1280, 390} {
		b.do(chromedp.EmulateViewport(width, 900))
		b.open("/amount?id=" + url.QueryEscape(id))
		if got := b.eval(`document.querySelector("tr.here td.name").innerText.slice(0, 11)`); got != "Аналіз води" {
			t.Fatalf("the row's name is %q", got)
		}
		const inView = `(() => {
			window.scrollBy(0, document.querySelector("#here").getBoundingClientRect().top - 300);
			const at = (s) => document.querySelector(s).getBoundingClientRect();
			const mark = at("#here mark"), name = at("tr.here td.name"), box = at(".scroll");
			const seen = (part) => document.elementFromPoint(mark.left + part * mark.width, mark.top + mark.height / 2)?.closest("mark");
			return [0.1, 0.5, 0.9].every(seen) && name.left >= box.left && name.right <= mark.left;
		})()`
		if b.eval(inView) != "true" {
			t.Errorf("at %d px the row's name and the marked figure are not both in view", width)
		}
		if b.eval(`document.querySelector(".scroll").scrollLeft > 0`) != "true" {
			t.Errorf("at %d px nothing is scrolled: the test's table is too narrow", width)
		}
	}
}

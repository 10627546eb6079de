package review

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"zvit/cmd/zvit/messages"
	"zvit/extract/record"
)

// bar is one bar of a chart, in the chart's own units of width.
type bar struct {
	Label, Value, Class string
	Y, TextY            int
	Width               int
}

// chart is a drawing of bars from top to bottom.
type chart struct {
	Title, Empty, About string
	Legend              []legend
	Bars                []bar
	Height              int
}

type legend struct{ Class, Text string }

// The measures of a chart, in units of its viewBox.
const (
	chartWidth  = 600 // of the longest bar; its figure stands above it
	barHeight   = 12
	barStep     = 36
	groupGap    = 10
	maxBars     = 12
	maxYears    = 15
	textOverBar = 6
)

func (c *chart) add(b bar, value, most float64, gap int) {
	b.Y = c.Height + gap + barStep - barHeight - 4
	b.TextY = b.Y - textOverBar
	if most > 0 && value > 0 {
		b.Width = max(1, int(value/most*chartWidth))
	}
	c.Bars = append(c.Bars, b)
	c.Height = b.Y + barHeight + 4
}

func (s *Server) charts(w http.ResponseWriter, r *http.Request) error {
	say := s.say(r)
	var list []chart
	for _, draw := range []func(context.Context, *messages.Printer) (chart, error){s.executionChart, s.confidenceChart, s.doubtChart} {
		c, err := draw(r.Context(), say)
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	return s.show(w, r, http.StatusOK, "charts", frame{Title: say.Say("review.charts"), Section: "charts", Body: list})
}

// executionChart shows plan and actual by year, as the view execution has them.
func (s *Server) executionChart(ctx context.Context, say *messages.Printer) (chart, error) {
	c := chart{
		Title: say.Say("review.chart.execution"), Empty: say.Say("review.chart.empty"), About: say.Say("review.chart.execution_about"),
		Legend: []legend{{"planned", say.Say("role.planned")}, {"actual", say.Say("role.actual")}},
	}
	type year struct {
		name            string
		planned, actual *record.Kopecks
	}
	var years []year
	most := 0.0
	err := s.each(ctx, `SELECT coalesce(CAST(year AS TEXT), nullif(concat_ws('–', period_from, nullif(period_to, period_from)), ''), '?') AS label,
		sum(planned_kopecks), sum(actual_kopecks) FROM execution GROUP BY label ORDER BY label DESC LIMIT ?`, []any{maxYears}, func(v []any) {
		y := year{fmt.Sprint(v[0]), kopecks(v[1]), kopecks(v[2])}
		for _, k := range []*record.Kopecks{y.planned, y.actual} {
			if k != nil {
				most = max(most, float64(*k))
			}
		}
		if y.name == "?" {
			y.name = say.Say("review.chart.no_year")
		}
		years = append(years, y)
	})
	for _, y := range years {
		for i, k := range []*record.Kopecks{y.planned, y.actual} {
			if k == nil {
				continue
			}
			b := bar{Label: y.name + " · " + c.Legend[i].Text, Value: moneyOr(say, k) + " " + say.Say("unit.uah"), Class: c.Legend[i].Class}
			gap := groupGap
			if i == 1 && y.planned != nil {
				gap = 0
			}
			c.add(b, float64(*k), most, gap)
		}
	}
	return c, err
}

// confidenceChart shows how sure the doubtful amounts are.
func (s *Server) confidenceChart(ctx context.Context, say *messages.Printer) (chart, error) {
	c := chart{Title: say.Say("review.chart.confidence"), Empty: say.Say("review.chart.no_doubt"), About: say.Say("review.chart.confidence_about")}
	counts := make([]int64, 10)
	var most int64
	err := s.each(ctx, `SELECT min(CAST(coalesce(a.confidence, 0) * 10 AS INTEGER), 9) AS tenth, count(*)
		FROM amounts a JOIN reports USING (report_id) JOIN documents d USING (document_id)
		WHERE a.doubtful = 1 AND d.duplicate_of IS NULL AND d.superseded_by IS NULL GROUP BY tenth`, nil,
		func(v []any) {
			i, _ := v[0].(int64)
			n, _ := v[1].(int64)
			if i >= 0 && i < int64(len(counts)) {
				counts[i] = n
				most = max(most, n)
			}
		})
	if most == 0 {
		return c, err
	}
	for i := len(counts) - 1; i >= 0; i-- {
		if counts[i] > 0 {
			label := fmt.Sprintf("%d–%d %%", i*10, i*10+10)
			c.add(bar{Label: label, Value: say.Say("review.count.amounts", int(counts[i])), Class: "doubtful"}, float64(counts[i]), float64(most), 0)
		}
	}
	return c, err
}

// doubtChart shows the reports with the most doubtful amounts.
func (s *Server) doubtChart(ctx context.Context, say *messages.Printer) (chart, error) {
	c := chart{Title: say.Say("review.chart.reports"), Empty: say.Say("review.chart.no_doubt"), About: say.Say("review.chart.reports_about")}
	type report struct {
		id, name string
		n        int64
	}
	var list []report
	err := s.each(ctx, `SELECT a.report_id, coalesce(r.programme, r.title, (SELECT path FROM documents d WHERE d.document_id = r.document_id), a.report_id), a.amounts,
		r.period_from, r.period_to
		FROM (SELECT report_id, amounts FROM doubtful_by_report ORDER BY amounts DESC, report_id LIMIT ?) a
		JOIN reports r USING (report_id) ORDER BY a.amounts DESC, a.report_id`, []any{maxBars}, func(v []any) {
		x := report{id: fmt.Sprint(v[0]), name: oneLine(fmt.Sprint(v[1]))}
		x.n, _ = v[2].(int64)
		if to, ok := v[4].(string); ok {
			x.name = to + " · " + x.name
		}
		list = append(list, x)
	})
	for _, x := range list {
		c.add(bar{Label: short(x.name, 70), Value: strconv.FormatInt(x.n, 10), Class: "doubtful"}, float64(x.n), float64(list[0].n), 0)
	}
	return c, err
}

func kopecks(v any) *record.Kopecks {
	n, ok := v.(int64)
	if !ok {
		return nil
	}
	k := record.Kopecks(n)
	return &k
}

// short cuts a text to at most n letters.
func short(s string, n int) string {
	letters := []rune(s)
	if len(letters) <= n {
		return s
	}
	return string(letters[:n-1]) + "…"
}

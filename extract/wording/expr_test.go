package wording

import "testing"

func TestExpr(t *testing.T) {
	for expr, texts := range map[string][]string{
		`^№\s*\d+$`:       {"№ 5", "№\u00a05", "№\u202f5", "№\u2009\u00a05", "№5"},
		`^[\s,]+\d$`:      {" 5", "\u00a0,5", ",5"},
		`^\[\s\]$`:        {"[ ]", "[\u00a0]"},
		`^\S\\s[^\s]\s?$`: {`x\sy`, "x\\sy\u00a0"},
	} {
		for _, s := range texts {
			if !Expr(expr).MatchString(s) {
				t.Errorf("%s does not match %q", expr, s)
			}
		}
	}
	if Expr(`^[^\s]$`).MatchString("\u00a0") {
		t.Error("a no-break space is no white space")
	}
}

package wording

import (
	"regexp"
	"strings"
)

// Expr compiles an expression in which \s is every white space that documents
// have, the no-break ones that Word writes before numbers among them; regexp's
// own is ASCII. It panics where the expression is wrong, as regexp.MustCompile
// does.
func Expr(expr string) *regexp.Regexp {
	const space = `\s\x{0085}\p{Z}`
	var b strings.Builder
	class := false
	for i := 0; i < len(expr); i++ {
		switch c := expr[i]; {
		case c == '\\' && i+1 < len(expr):
			i++
			switch {
			case expr[i] != 's':
				b.WriteString(expr[i-1 : i+1])
			case class:
				b.WriteString(space)
			default:
				b.WriteString("[" + space + "]")
			}
			continue
		case c == '[':
			class = true
		case c == ']':
			class = false
		}
		b.WriteByte(expr[i])
	}
	return regexp.MustCompile(b.String())
}

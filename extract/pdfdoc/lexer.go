package pdfdoc

// tokenKind tells the tokens of a content stream and of a CMap apart.
type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokNumber
	tokString
	tokName
	tokOpen  // [
	tokClose // ]
	tokDict  // << or >>
	tokWord  // an operator
)

// token is one lexical unit; b points into the stream, or into the lexer's own
// buffer for strings, and is valid until the next call.
type token struct {
	kind tokenKind
	num  float64
	b    []byte
}

// lexer cuts a content stream into tokens (ISO 32000-1, 7.2). It never fails:
// what is not a token is skipped.
type lexer struct {
	b   []byte
	pos int
	buf []byte
}

// class of a byte: 1 white space, 2 delimiter, 0 regular.
var class = func() (c [256]byte) {
	for _, b := range []byte{0, '\t', '\n', '\f', '\r', ' '} {
		c[b] = 1
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = 2
	}
	return c
}()

func (l *lexer) next() token {
	b := l.b
	for l.pos < len(b) {
		c := b[l.pos]
		switch {
		case class[c] == 1:
			l.pos++
		case c == '%':
			for l.pos < len(b) && b[l.pos] != '\n' && b[l.pos] != '\r' {
				l.pos++
			}
		case c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+':
			return l.number()
		case c == '(':
			return l.literal()
		case c == '/':
			l.pos++
			return token{kind: tokName, b: l.name()}
		case c == '[':
			l.pos++
			return token{kind: tokOpen}
		case c == ']':
			l.pos++
			return token{kind: tokClose}
		case c == '<':
			if l.pos+1 < len(b) && b[l.pos+1] == '<' {
				l.pos += 2
				return token{kind: tokDict, b: b[l.pos-2 : l.pos]}
			}
			return l.hex()
		case c == '>':
			if l.pos+1 < len(b) && b[l.pos+1] == '>' {
				l.pos += 2
				return token{kind: tokDict, b: b[l.pos-2 : l.pos]}
			}
			l.pos++
		case class[c] == 2:
			l.pos++
		default:
			start := l.pos
			for l.pos < len(b) && class[b[l.pos]] == 0 {
				l.pos++
			}
			return token{kind: tokWord, b: b[start:l.pos]}
		}
	}
	return token{}
}

// number reads a number; signs inside it, which some producers write, end it.
func (l *lexer) number() token {
	b := l.b
	start, neg := l.pos, false
	for l.pos < len(b) && (b[l.pos] == '-' || b[l.pos] == '+') {
		neg = neg || b[l.pos] == '-'
		l.pos++
	}
	v, digits := 0.0, 0
	for l.pos < len(b) && b[l.pos] >= '0' && b[l.pos] <= '9' {
		v = v*10 + float64(b[l.pos]-'0')
		l.pos++
		digits++
	}
	if l.pos < len(b) && b[l.pos] == '.' {
		l.pos++
		for f := 0.1; l.pos < len(b) && (b[l.pos] >= '0' && b[l.pos] <= '9' || b[l.pos] == '-'); l.pos++ {
			if b[l.pos] == '-' {
				continue
			}
			v += f * float64(b[l.pos]-'0')
			f /= 10
			digits++
		}
	}
	if digits == 0 && l.pos < len(b) && class[b[l.pos]] == 0 {
		// Not a number after all.
		for l.pos < len(b) && class[b[l.pos]] == 0 {
			l.pos++
		}
		return token{kind: tokWord, b: b[start:l.pos]}
	}
	if l.pos == start {
		l.pos++
	}
	if neg {
		v = -v
	}
	return token{kind: tokNumber, num: v}
}

// name reads a name after its slash, with #xx decoded.
func (l *lexer) name() []byte {
	start, escaped := l.pos, false
	for l.pos < len(l.b) && class[l.b[l.pos]] == 0 {
		escaped = escaped || l.b[l.pos] == '#'
		l.pos++
	}
	raw := l.b[start:l.pos]
	if !escaped {
		return raw
	}
	l.buf = l.buf[:0]
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			l.buf = append(l.buf, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		l.buf = append(l.buf, raw[i])
	}
	return l.buf
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *lexer) hex() token {
	l.pos++
	l.buf = l.buf[:0]
	half := -1
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := unhex(c)
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			l.buf = append(l.buf, byte(half<<4|d))
			half = -1
		}
	}
	if half >= 0 {
		l.buf = append(l.buf, byte(half<<4))
	}
	return token{kind: tokString, b: l.buf}
}

func (l *lexer) literal() token {
	l.pos++
	l.buf = l.buf[:0]
	b, depth := l.b, 1
	for l.pos < len(b) {
		c := b[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return token{kind: tokString, b: l.buf}
			}
		case '\r':
			if l.pos < len(b) && b[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			if l.pos >= len(b) {
				return token{kind: tokString, b: l.buf}
			}
			var keep bool
			if c, keep = l.escape(); !keep {
				continue
			}
		}
		l.buf = append(l.buf, c)
	}
	return token{kind: tokString, b: l.buf}
}

// escape reads what follows a backslash; keep is false for a line end.
func (l *lexer) escape() (c byte, keep bool) {
	c = l.b[l.pos]
	l.pos++
	switch c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\r':
		if l.pos < len(l.b) && l.b[l.pos] == '\n' {
			l.pos++
		}
		return 0, false
	case '\n':
		return 0, false
	}
	if c < '0' || c > '7' {
		return c, true
	}
	v := int(c - '0')
	for i := 0; i < 2 && l.pos < len(l.b) && l.b[l.pos] >= '0' && l.b[l.pos] <= '7'; i++ {
		v = v<<3 | int(l.b[l.pos]-'0')
		l.pos++
	}
	return byte(v), true
}

// skipImage moves past the data of an inline image, after its ID operator: to
// the EI that stands between white space and is followed by something that
// can be content (ISO 32000-1, 8.9.7).
func (l *lexer) skipImage() {
	b := l.b
	for i := l.pos; i+1 < len(b); i++ {
		if b[i] != 'E' || b[i+1] != 'I' || i == 0 || class[b[i-1]] != 1 {
			continue
		}
		if i+2 < len(b) && class[b[i+2]] != 1 {
			continue
		}
		if printable(b[i+2 : min(i+12, len(b))]) {
			l.pos = i + 2
			return
		}
	}
	l.pos = len(b)
}

func printable(b []byte) bool {
	for _, c := range b {
		if c > 126 || c < 32 && class[c] != 1 {
			return false
		}
	}
	return true
}

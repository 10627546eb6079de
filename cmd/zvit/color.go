package main

import "io"

// When output is coloured (--color).
const (
	colorAuto   = "auto" // on a terminal, where NO_COLOR is not set
	colorAlways = "always"
	colorNever  = "never"
)

// style is the parameter of an ANSI escape sequence (ECMA-48, SGR).
type style string

const (
	bold   style = "1"
	red    style = "1;31"
	yellow style = "33"
)

// paint returns the text in the style, where what is written to w is coloured.
// It is for whole lines and their first words: escape sequences inside columns
// would break their widths.
func (e *env) paint(w io.Writer, s style, text string) string {
	if text == "" || !e.colored(w) {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// colored follows no-color.org: the option goes before NO_COLOR, which goes
// before what the terminal can do.
func (e *env) colored(w io.Writer) bool {
	switch e.color {
	case colorAlways:
		return true
	case colorNever:
		return false
	}
	return !e.noColor && isTerminal(w)
}

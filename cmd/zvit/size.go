package main

import (
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
)

// sizeFlag is an option of bytes: 512M, 2G, or a plain number.
func sizeFlag(e *env, name, value, usage string) cli.Flag {
	return &cli.StringFlag{Name: name, Value: value, Usage: usage, Action: func(_ *cli.Context, v string) error {
		if _, ok := parseSize(v); !ok {
			return usageError{text: e.say.Say("error.size", name, v)}
		}
		return nil
	}}
}

// sizeOf is the value of a sizeFlag, which has refused what is none.
func sizeOf(c *cli.Context, name string) int64 {
	n, _ := parseSize(c.String(name))
	return n
}

// parseSize reads a number of bytes: "1G", "512M", "0". Units are binary.
func parseSize(s string) (int64, bool) {
	digits := strings.TrimRight(strings.ToUpper(s), "IB")
	shift := 0
	if n := len(digits); n > 0 {
		switch digits[n-1] {
		case 'K':
			shift = 10
		case 'M':
			shift = 20
		case 'G':
			shift = 30
		}
		if shift > 0 {
			digits = digits[:n-1]
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 0 || n > 1<<62>>shift {
		return 0, false
	}
	return n << shift, true
}

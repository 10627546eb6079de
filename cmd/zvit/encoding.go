package main

import (
	"github.com/urfave/cli/v2"

	"zvit/extract/charset"
)

// encodingFlag overrides the detection of a text's encoding. A name that nobody
// knows is an error of usage, before any file is read.
func (e *env) encodingFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "encoding", Usage: e.say.Say("flag.encoding"),
		Action: func(_ *cli.Context, name string) error {
			if _, known := charset.Known(name); !known && name != "" {
				return oneOf(e, "encoding", name, charset.UTF8, charset.UTF16LE, charset.UTF16BE, charset.Windows1251, charset.KOI8U,
					charset.IBM866, charset.CP1125, charset.MacCyrillic, charset.ISO8859x5)
			}
			return nil
		},
	}
}

// Command write fills a folder with generated reports, a thousand a subfolder:
//
//	go run ./cmd/zvit/internal/batch/generated/write DIR COUNT
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"zvit/cmd/zvit/internal/batch/generated"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: write DIR COUNT")
	}
	count, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	for n := range count {
		dir := filepath.Join(args[0], fmt.Sprintf("%03d", n/1000))
		if n%1000 == 0 {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
		}
		name, data := generated.Document(n)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

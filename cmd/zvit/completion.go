package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// choiceFlag is a string flag with a closed list of values, which completion
// offers.
type choiceFlag struct {
	*cli.StringFlag
	choices []string
}

// option is a flag as shells complete it.
type option struct {
	name, usage string
	choices     []string
	value       bool // takes a value
	repeats     bool
}

func optionsOf(flags []cli.Flag) []option {
	list := make([]option, 0, len(flags))
	for _, f := range flags {
		doc, ok := f.(cli.DocGenerationFlag)
		if !ok {
			continue
		}
		o := option{name: f.Names()[0], usage: oneLine(strings.ReplaceAll(doc.GetUsage(), "`", "")), value: doc.TakesValue()}
		_, o.repeats = f.(*cli.StringSliceFlag)
		if choice, ok := f.(*choiceFlag); ok {
			o.choices = choice.choices
		}
		list = append(list, o)
	}
	return list
}

// bashCompletion completes commands, their subcommands, options and the values
// of options that have a closed list; everything else is a file.
func bashCompletion(app *cli.App) string {
	var b strings.Builder
	b.WriteString("# bash completion for zvit\n\n_zvit() {\n" +
		"    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= sub= word words=\n" +
		"    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n" +
		"        case $command,$word in\n")
	for _, c := range app.Commands {
		fmt.Fprintf(&b, "            ,%s) command=%[1]s ;;\n", c.Name)
		for _, s := range c.Subcommands {
			fmt.Fprintf(&b, "            %s,%s) sub=%[2]s ;;\n", c.Name, s.Name)
		}
	}
	b.WriteString("        esac\n    done\n    case \"$command $sub $prev\" in\n")
	each(app, func(command, sub string, flags []cli.Flag, _ []string) {
		for _, o := range optionsOf(flags) {
			if len(o.choices) > 0 {
				fmt.Fprintf(&b, "        '%s %s --%s') words='%s' ;;\n", command, sub, o.name, strings.Join(o.choices, " "))
			} else if o.value {
				fmt.Fprintf(&b, "        '%s %s --%s') return ;;\n", command, sub, o.name)
			}
		}
	})
	b.WriteString("    esac\n    if [ -z \"$words\" ]; then\n        case \"$command $sub\" in\n")
	each(app, func(command, sub string, flags []cli.Flag, next []string) {
		words := slices.Clone(next)
		for _, o := range optionsOf(flags) {
			words = append(words, "--"+o.name)
		}
		fmt.Fprintf(&b, "            '%s %s') words='%s' ;;\n", command, sub, strings.Join(words, " "))
	})
	b.WriteString("        esac\n    fi\n" +
		"    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n" +
		"}\n\ncomplete -o bashdefault -o default -F _zvit zvit\n")
	return b.String()
}

// fishCompletion is the framework's own, with the values that options and
// commands take where they are a closed list.
func fishCompletion(app *cli.App) (string, error) {
	text, err := app.ToFishCompletion()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(text)
	each(app, func(command, sub string, flags []cli.Flag, next []string) {
		seen := ""
		for _, word := range []string{command, sub} {
			if word != "" {
				seen += "; and __fish_seen_subcommand_from " + word
			}
		}
		if seen == "" {
			return
		}
		condition := strings.TrimPrefix(seen, "; and ")
		for _, o := range optionsOf(flags) {
			if len(o.choices) > 0 {
				fmt.Fprintf(&b, "\ncomplete -c zvit -n '%s' -l %s -x -a '%s'", condition, o.name, strings.Join(o.choices, " "))
			}
		}
		if sub != "" && len(next) > 0 {
			fmt.Fprintf(&b, "\ncomplete -c zvit -n '%s' -x -a '%s'", condition, strings.Join(next, " "))
		}
	})
	b.WriteByte('\n')
	return b.String(), nil
}

// each goes through the program itself, its commands and their subcommands.
// next are the words that may follow.
func each(app *cli.App, visit func(command, sub string, flags []cli.Flag, next []string)) {
	visit("", "", app.Flags, names(app.Commands))
	for _, c := range app.Commands {
		next := names(c.Subcommands)
		if c.Name == "help" {
			next = names(app.Commands)
		}
		visit(c.Name, "", c.Flags, append(next, wordsOf(c)...))
		for _, s := range c.Subcommands {
			visit(c.Name, s.Name, s.Flags, wordsOf(s))
		}
	}
}

func names(commands []*cli.Command) []string {
	var list []string
	for _, c := range commands {
		list = append(list, c.Name)
	}
	return list
}

// wordsOf are the words that a command takes, where they are a closed list:
// those of an ArgsUsage such as bash|zsh|fish.
func wordsOf(c *cli.Command) []string {
	if !strings.Contains(c.ArgsUsage, "|") {
		return nil
	}
	return strings.Split(c.ArgsUsage, "|")
}

// zshCompletion is bashCompletion for zsh, with what each word means.
func zshCompletion(app *cli.App) string {
	var b strings.Builder
	b.WriteString("#compdef zvit\n\n_zvit() {\n    local curcontext=$curcontext context state state_descr line\n    typeset -A opt_args\n")
	zshLevel(&b, "    ", app.Flags, app.Commands, nil)
	b.WriteString("}\n\nif [ \"$funcstack[1]\" = _zvit ]; then\n    _zvit \"$@\"\nelse\n    compdef _zvit zvit\nfi\n")
	return b.String()
}

func zshLevel(b *strings.Builder, indent string, flags []cli.Flag, commands []*cli.Command, words []string) {
	end := "'*:: :->rest'"
	if len(commands) == 0 {
		end = "'*: :_files'"
		if len(words) > 0 {
			end = zshQuote("1: :(" + strings.Join(words, " ") + ")")
		}
	} else {
		end = "'1: :->command' " + end
	}
	fmt.Fprintf(b, "%s_arguments -C", indent)
	for _, o := range optionsOf(flags) {
		fmt.Fprintf(b, " \\\n%s    %s", indent, zshQuote(zshOption(o)))
	}
	fmt.Fprintf(b, " \\\n%s    %s\n", indent, end)
	if len(commands) == 0 {
		return
	}
	fmt.Fprintf(b, "%scase $state in\n%scommand)\n%s    local -a commands=(", indent, indent, indent)
	for _, c := range commands {
		fmt.Fprintf(b, "\n%s        %s", indent, zshQuote(c.Name+":"+oneLine(c.Usage)))
	}
	fmt.Fprintf(b, ")\n%s    _describe command commands\n", indent)
	if len(words) == 0 && len(commands) > 0 && indent != "    " {
		fmt.Fprintf(b, "%s    _files\n", indent)
	}
	fmt.Fprintf(b, "%s    ;;\n%srest)\n%s    case $line[1] in\n", indent, indent, indent)
	for _, c := range commands {
		fmt.Fprintf(b, "%s    %s)\n", indent, c.Name)
		zshLevel(b, indent+"        ", c.Flags, c.Subcommands, wordsOf(c))
		fmt.Fprintf(b, "%s        ;;\n", indent)
	}
	fmt.Fprintf(b, "%s    esac\n%s    ;;\n%sesac\n", indent, indent, indent)
}

// zshOption is an option as _arguments takes it: *--name=[usage]:value:_files.
func zshOption(o option) string {
	usage := strings.NewReplacer("[", "(", "]", ")", ":", "\\:").Replace(o.usage)
	text := "--" + o.name
	if o.value {
		text += "="
	}
	text += "[" + usage + "]"
	if o.repeats {
		text = "*" + text
	}
	switch {
	case len(o.choices) > 0:
		text += ": :(" + strings.Join(o.choices, " ") + ")"
	case o.value:
		text += ": :_files"
	}
	return text
}

func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

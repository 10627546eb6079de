package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// option is a flag as shells complete it.
type option struct {
	name, usage string
	choices     []string
	value, file bool // takes a value, the name of a file
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
		if text, ok := f.(*cli.StringFlag); ok {
			o.file = text.TakesFile
		}
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

// fishCompletion is bashCompletion for fish, with what each word means.
func fishCompletion(app *cli.App) string {
	var b strings.Builder
	b.WriteString("# fish completion for zvit\n\nfunction __zvit_at -d 'the commands typed so far are these'\n" +
		"    set -l typed (commandline -opc)\n    set -l at\n    for word in $typed[2..]\n        switch \"$at,$word\"\n")
	for _, c := range app.Commands {
		fmt.Fprintf(&b, "            case ,%s\n                set at %[1]s\n", c.Name)
		for _, s := range c.Subcommands {
			fmt.Fprintf(&b, "            case %s,%s\n                set at '%[1]s %[2]s'\n", c.Name, s.Name)
		}
	}
	b.WriteString("        end\n    end\n    test \"$at\" = \"$argv\"\nend\n\n")
	each(app, func(command, sub string, flags []cli.Flag, next []string) {
		at := fmt.Sprintf("complete -c zvit -n '__zvit_at %s'", strings.TrimSpace(command+" "+sub))
		for _, word := range next {
			fmt.Fprintf(&b, "%s -f -a %s%s\n", at, word, fishUsage(usageOf(app, command, word)))
		}
		for _, o := range optionsOf(flags) {
			fmt.Fprintf(&b, "%s -l %s", at, o.name)
			switch {
			case len(o.choices) > 0:
				fmt.Fprintf(&b, " -x -a '%s'", strings.Join(o.choices, " "))
			case o.file:
				b.WriteString(" -r -F")
			case o.value:
				b.WriteString(" -x")
			}
			b.WriteString(fishUsage(o.usage) + "\n")
		}
	})
	return b.String()
}

func fishUsage(usage string) string {
	if usage == "" {
		return ""
	}
	return " -d '" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(usage) + "'"
}

// usageOf is what a word after a command means: a command, one under it, or for
// help a topic.
func usageOf(app *cli.App, command, word string) string {
	list := app.Commands
	if c := app.Command(command); c != nil && command != "help" {
		list = c.Subcommands
	}
	for _, c := range list {
		if c.Name == word {
			return oneLine(c.Usage)
		}
	}
	return ""
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

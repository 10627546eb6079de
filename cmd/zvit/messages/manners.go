package messages

// manners is what all commands have in common, and what packagers need.
func manners() []entry {
	return []entry{
		text("flag.color", "color: auto (on a terminal, unless NO_COLOR is set), always or never", "колір: auto (у терміналі, якщо не задано NO_COLOR), always або never"),
		text("flag.help", "say what the command does", "пояснити, що робить команда"),
		text("help.value", "VALUE", "ЗНАЧЕННЯ"),
		text("help.default", "(default: %s)", "(типово: %s)"),

		text("version.absent", "is not installed", "не встановлено"),
		text("flag.config", "a TOML `FILE` with values of options; `zvit config show` prints one", "`ФАЙЛ` TOML зі значеннями параметрів; `zvit config show` друкує такий"),
		text("config.usage", "say which options hold", "сказати, які параметри діють"),
		text("config.description",
			"The file of --config has a line for an option, name = value, for all commands that\nhave it, and under a table of a command's name, such as [ingest] or [plan.status], for\nthat command alone. An option on the command line goes before the file. A name that no\ncommand has is refused.",
			"У файлі --config рядок на параметр, назва = значення, — для всіх команд, які його\nмають, а під заголовком із назвою команди, як-от [ingest] чи [plan.status], — лише для неї.\nПараметр у командному рядку важливіший за файл. Назву, якої не має жодна команда,\nвідхилено."),
		text("config_show.usage", "print the value of every option", "надрукувати значення кожного параметра"),
		text("config_show.description",
			"Prints what every option of every command is, with --config or without, as a file for\n--config, and behind each value the line of the file that it comes from. What the file\ndoes not set stands behind #. Passwords are left out.",
			"Друкує значення кожного параметра кожної команди, з --config або без нього, як файл для\n--config, і біля кожного значення рядок файла, з якого воно взяте. Чого файл\nне встановлює, стоїть після #. Паролі пропущено."),
		text("config_show.head", "Options for --config; a line behind # is what holds without it.", "Параметри для --config; рядок після # — те, що діє без нього."),
		text("config_show.from", "%s, line %d", "%s, рядок %d"),
		text("error.config_open", "the configuration %s cannot be read: %v", "налаштування %s неможливо прочитати: %v"),
		text("error.config_syntax", "%s, line %d: not TOML (%s)", "%s, рядок %d: це не TOML (%s)"),
		text("error.config_line", "%s, line %d: %s", "%s, рядок %d: %s"),
		text("error.config_key", "no command has the option %s", "жодна команда не має параметра %s"),
		text("error.config_kind", "%s must be one text, number, true or false", "%s має бути одним текстом, числом, true або false"),
		text("error.config_what", "show?", "show?"),
		text("hint.config_key", "`zvit config show` prints all that can be set.", "`zvit config show` друкує все, що можна встановити."),

		text("hint.config_table", "Below [%s] it is for `%s` alone.", "Під [%s] воно діятиме лише для `%s`."),

		text("default.lang", "from LANG", "з LANG"),
		text("default.limit", "%d on a terminal, else all", "%d на терміналі, інакше всі"),
		text("default.jobs", "the cores of this machine", "за кількістю ядер цієї машини"),
		text("default.reviewer", "your user name", "ім'я користувача"),
		text("default.shards", "by --per-shard", "за --per-shard"),
		text("default.temp", "the system's", "системна"),
		text("default.export_format", "by the extension of OUT", "за розширенням OUT"),

		text("generate.usage", "write completion for shells, and the manual", "записати доповнення для оболонок і довідку man"),
		text("generate.description",
			"Makes what is installed beside the program: completion for bash, zsh and fish, and\nthe manual page. The same version makes the same files.",
			"Створює те, що встановлюють поруч із програмою: доповнення для bash, zsh і fish та\nсторінку довідки man. Та сама версія створює ті самі файли."),
		text("completion.usage", "print completion for a shell", "надрукувати доповнення для оболонки"),
		text("completion.description",
			"Prints the completion of commands, options and their values. Put it where the shell\nlooks: ~/.local/share/bash-completion/completions/zvit, a folder of zsh's fpath as\n_zvit, ~/.config/fish/completions/zvit.fish.",
			"Друкує доповнення команд, параметрів та їхніх значень. Покладіть його туди, де шукає\nоболонка: ~/.local/share/bash-completion/completions/zvit, тека з fpath для zsh під\nназвою _zvit, ~/.config/fish/completions/zvit.fish."),
		text("man.usage", "write the manual page", "записати сторінку довідки man"),
		text("man.description",
			"Writes zvit.1 into the folder, in the language of messages. A page that is there\nis replaced. `man ./zvit.1` shows it.",
			"Записує zvit.1 до теки мовою повідомлень. Наявну сторінку замінено. `man ./zvit.1`\nпоказує її."),
		text("error.generate", "completion, or man?", "completion чи man?"),
		text("error.shell", "one shell is needed: bash, zsh or fish", "потрібна одна оболонка: bash, zsh або fish"),
		text("error.one_man_folder", "one folder for the manual is needed", "потрібна одна тека для довідки"),
	}
}

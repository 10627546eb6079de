package messages

// What the program says of itself: its help, its own options, a command line that
// cannot be meant.
var programTable = table{
	texts: []text{
		{
			"app.usage",
			"reads reports on local programmes and settles the unit of every amount",
			"читає звіти про місцеві програми та встановлює одиницю кожної суми",
		},
		{
			"app.description",
			"Reports as scans turned to text, web pages, PDF and office files become typed\n" +
				"records in one SQLite file. A figure in kopecks is either right or marked\n" +
				"doubtful, and the source's own figure is always beside it.",
			"Звіти у вигляді розпізнаних сканів, вебсторінок, PDF та офісних файлів стають\n" +
				"записами в одному файлі SQLite. Сума в копійках або правильна, або позначена як\n" +
				"сумнівна, а поруч завжди є сума так, як її надруковано в джерелі.",
		},
		{"help.usage", "Usage:", "Виклик:"},
		{"help.command_usage", "say what the program, or a command, does", "пояснити, що робить програма або команда"},
		{
			"help.command_description",
			"Describes a command: its options, exit codes and examples.",
			"Описує команду: її параметри, коди завершення і приклади.",
		},
		{"args.amount", "AMOUNT", "СУМА"},
		{"args.column", "COLUMN", "СТОВПЕЦЬ"},
		{"args.out", "OUT", "ФАЙЛ"},
		{"args.folder", "FOLDER", "ТЕКА"},
		{"args.command", "[COMMAND [SUBCOMMAND]]", "[КОМАНДА [ПІДКОМАНДА]]"},
		{"args.paths", "PATH...", "ШЛЯХ..."},
		{"args.shards", "SHARD...", "ЧАСТИНА..."},
		{"args.views", "[VIEW...]", "[ПОДАННЯ...]"},
		{"args.files", "FILE...", "ФАЙЛ..."},
		{"args.file", "FILE", "ФАЙЛ"},
		{"flag.lang", "language of messages: en or uk", "мова повідомлень: en або uk"},
		{"flag.format", "output format: %s", "формат виводу: %s"},
		{
			"flag.color",
			"color: auto (on a terminal, unless NO_COLOR is set), always or never",
			"колір: auto (у терміналі, якщо не задано NO_COLOR), always або never",
		},
		{"flag.help", "say what the command does", "пояснити, що робить команда"},
		{
			"flag.config",
			"a TOML `FILE` with values of options; `zvit config show` prints one",
			"`ФАЙЛ` TOML зі значеннями параметрів; `zvit config show` друкує такий",
		},
		{"default.lang", "from LANG", "з LANG"},
		{"help.options_word", "options", "параметри"},
		{"help.options", "Options:", "Параметри:"},
		{"help.commands", "Commands:", "Команди:"},
		{"help.examples", "Examples:", "Приклади:"},
		{"help.codes", "Exit codes:", "Коди завершення:"},
		{
			"help.more",
			"Options come before paths. `zvit help COMMAND` documents each command.",
			"Параметри стоять перед шляхами. `zvit help КОМАНДА` описує кожну команду.",
		},
		{"help.code.0", "done", "виконано"},
		{"help.code.1", "failed", "помилка"},
		{"help.code.2", "the command line is wrong", "помилка в командному рядку"},
		{"help.code.3", "done, but some documents could not be read", "виконано, але деякі документи не прочитано"},
		{"help.code.4", "nothing matched, or all documents failed", "нічого не знайдено або жодного документа не прочитано"},
		{"help.code.5", "not a zvit database, or one of a newer version", "це не база zvit або база новішої версії"},
		{"help.code.6", "another writer is using the database", "базу змінює інший процес"},
		{"help.code.130", "interrupted", "перервано"},
		{"help.value", "VALUE", "ЗНАЧЕННЯ"},
		{"help.default", "(default: %s)", "(типово: %s)"},
		{"error.interrupted", "interrupted", "перервано"},
		{"error.lang", "no such language: %s (en or uk)", "немає такої мови: %s (en або uk)"},
		{"error.command", "unknown command: %s", "невідома команда: %s"},
		{"error.flag", "unknown option: --%s", "невідомий параметр: --%s"},
		{"error.flag_value", "the option --%s needs a value", "параметр --%s потребує значення"},
		{"error.flag_duration", "--%s %s: a time such as 60s, 5m or 2h is needed", "--%s %s: потрібен час на зразок 60s, 5m або 2h"},
		{"error.flag_number", "--%s %s: a whole number is needed", "--%s %s: потрібне ціле число"},
		{"error.flag_bool", "--%s %s: true or false is needed", "--%s %s: потрібно true або false"},
		{"error.flag_other", "wrong option: %s", "неправильний параметр: %s"},
		{
			"error.late_flag",
			"%s stands after what the command works on; options come first",
			"%s стоїть після того, з чим працює команда; параметри мають бути перед ним",
		},
		{"error.only_choice", "--%s %s: the only value is %s", "--%s %s: єдине можливе значення — %s"},
		{"error.choice", "--%s %s: choose one of %s", "--%s %s: виберіть одне з %s"},
		{"error.at_least_one", "--%s must be 1 or more", "--%s має бути не менше 1"},
		{"error.no_args", "no argument is expected: %s", "зайвий аргумент: %s"},
		{"error.not_negative", "--%s must not be negative", "--%s не може бути від'ємним"},
		{"hint.help", "`%s` says more.", "Докладніше: `%s`."},
		{"hint.meant", "Did you mean: zvit %s", "Мабуть, малося на увазі: zvit %s"},
		{"hint.commands", "The commands are: %s. `zvit help` says what they do.", "Команди: %s. `zvit help` пояснює, що вони роблять."},
		{"hint.corrected", "Type: %s", "Введіть: %s"},
	},
}

// `zvit config`, and what is wrong with a file of --config.
var configurationTable = table{
	texts: []text{
		{"config.usage", "say which options hold", "сказати, які параметри діють"},
		{
			"config.description",
			"The file of --config has a line for an option, name = value, for all commands that\n" +
				"have it, and under a table of a command's name, such as [ingest] or [plan.status], for\n" +
				"that command alone. An option on the command line goes before the file. A name that no\n" +
				"command has is refused, as is a value that the option cannot have; what decides an\n" +
				"amount (--accept, --set, --undo) is never taken from a file.",
			"У файлі --config рядок на параметр, назва = значення, — для всіх команд, які його\n" +
				"мають, а під заголовком із назвою команди, як-от [ingest] чи [plan.status], — лише для неї.\n" +
				"Параметр у командному рядку важливіший за файл. Назву, якої не має жодна команда,\n" +
				"відхилено, як і значення, якого параметр мати не може; рішень про суми (--accept, --set,\n" +
				"--undo) із файла не беруть.",
		},
		{"config_show.usage", "print the value of every option", "надрукувати значення кожного параметра"},
		{
			"config_show.description",
			"Prints what every option of every command is, with --config or without, as a file for\n" +
				"--config, and behind each value the line of the file that it comes from. What the file\n" +
				"does not set stands behind #. Passwords are left out.",
			"Друкує значення кожного параметра кожної команди, з --config або без нього, як файл для\n" +
				"--config, і біля кожного значення рядок файла, з якого воно взяте. Чого файл\n" +
				"не встановлює, стоїть після #. Паролі пропущено.",
		},
		{
			"config_show.head",
			"Options for --config; a line behind # is what holds without it.",
			"Параметри для --config; рядок після # — те, що діє без нього.",
		},
		{"config_show.from", "%s, line %d", "%s, рядок %d"},
		{"error.config_open", "the configuration %s cannot be read: %v", "налаштування %s неможливо прочитати: %v"},
		{"error.config_syntax", "%s, line %d: not TOML (%s)", "%s, рядок %d: це не TOML (%s)"},
		{"error.config_line", "%s, line %d: %s", "%s, рядок %d: %s"},
		{"error.config_key", "no command has the option %s", "жодна команда не має параметра %s"},
		{"error.config_kind", "%s must be one text, number, true or false", "%s має бути одним текстом, числом, true або false"},
		{"error.config_what", "show?", "show?"},
		{"hint.config_key", "`zvit config show` prints all that can be set.", "`zvit config show` друкує все, що можна встановити."},
		{"hint.config_table", "Below [%s] it is for `%s` alone.", "Під [%s] воно діятиме лише для `%s`."},
	},
}

// `zvit generate` and `zvit version`, for packagers.
var packagingTable = table{
	texts: []text{
		{"version.usage", "print the versions of the program and its readers", "показати версії програми та її читачів"},
		{
			"version.description",
			"Prints the versions of the program, its readers and Go, and where the programs are\n" +
				"that readers use. A document is read again where the version of the readers has\n" +
				"changed.",
			"Друкує версії програми, її читачів і Go та місце програм, які використовують читачі.\n" +
				"Документ читається знову, якщо змінилася версія читачів.",
		},
		{"generate.usage", "write completion for shells, and the manual", "записати доповнення для оболонок і довідку man"},
		{
			"generate.description",
			"Makes what is installed beside the program: completion for bash, zsh and fish, and\n" +
				"the manual page. The same version makes the same files.",
			"Створює те, що встановлюють поруч із програмою: доповнення для bash, zsh і fish та\n" +
				"сторінку довідки man. Та сама версія створює ті самі файли.",
		},
		{"completion.usage", "print completion for a shell", "надрукувати доповнення для оболонки"},
		{
			"completion.description",
			"Prints the completion of commands, options and their values. Put it where the shell\n" +
				"looks: ~/.local/share/bash-completion/completions/zvit, a folder of zsh's fpath as\n" +
				"_zvit, ~/.config/fish/completions/zvit.fish.",
			"Друкує доповнення команд, параметрів та їхніх значень. Покладіть його туди, де шукає\n" +
				"оболонка: ~/.local/share/bash-completion/completions/zvit, тека з fpath для zsh під\n" +
				"назвою _zvit, ~/.config/fish/completions/zvit.fish.",
		},
		{"man.usage", "write the manual page", "записати сторінку довідки man"},
		{
			"man.description",
			"Writes zvit.1 into the folder, in the language of messages. A page that is there\n" +
				"is replaced. `man ./zvit.1` shows it.",
			"Записує zvit.1 до теки мовою повідомлень. Наявну сторінку замінено. `man ./zvit.1`\n" +
				"показує її.",
		},
		{"version.absent", "is not installed", "не встановлено"},
		{"error.generate", "completion, or man?", "completion чи man?"},
		{"error.shell", "one shell is needed: bash, zsh or fish", "потрібна одна оболонка: bash, zsh або fish"},
		{"error.one_man_folder", "one folder for the manual is needed", "потрібна одна тека для довідки"},
	},
}

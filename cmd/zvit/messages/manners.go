package messages

// manners is what all commands have in common, and what packagers need.
func manners() []entry {
	return []entry{
		text("flag.color", "color: auto (on a terminal, unless NO_COLOR is set), always or never", "колір: auto (у терміналі, якщо не задано NO_COLOR), always або never"),
		text("flag.help", "say what the command does", "пояснити, що робить команда"),
		text("help.value", "VALUE", "VALUE"),
		text("help.default", "(default: %s)", "(типово: %s)"),

		text("version.absent", "is not installed", "не встановлено"),
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

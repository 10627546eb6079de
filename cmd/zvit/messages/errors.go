package messages

// errors is what went wrong, and what to do next.
func errors() []entry {
	return []entry{
		text("error.interrupted", "interrupted; what was finished is kept", "перервано; зроблене збережено"),
		text("error.lang", "no such language: %s (en or uk)", "немає такої мови: %s (en або uk)"),
		text("error.command", "unknown command: %s", "невідома команда: %s"),
		text("error.flag", "unknown option: --%s", "невідомий параметр: --%s"),
		text("error.flag_value", "the option --%s needs a value", "параметр --%s потребує значення"),
		text("error.flag_other", "wrong option: %s", "неправильний параметр: %s"),
		text("error.late_flag", "%s stands after a path; options come first", "%s стоїть після шляху; параметри мають бути перед ним"),
		text("error.choice", "--%s %s: choose one of %s", "--%s %s: виберіть одне з %s"),
		text("error.at_least_one", "--%s must be 1 or more", "--%s має бути не менше 1"),
		text("error.no_path", "which files or folders?", "які файли або теки?"),
		text("error.no_file", "which files?", "які файли?"),
		text("error.one_file", "one file is needed", "потрібен один файл"),
		text("error.one_sql", "one SQL statement is needed", "потрібен один оператор SQL"),
		text("error.no_args", "no argument is expected: %s", "зайвий аргумент: %s"),
		text("error.set", "--set %s: a unit or a whole number of kopecks is needed", "--set %s: потрібна одиниця або ціле число копійок"),
		text("error.not_ours", "%s is not a zvit database; it was not touched", "%s — не база zvit; її не змінено"),
		text("error.newer", "%s was made by a newer zvit", "%s створено новішою версією zvit"),
		text("error.busy", "%s is in use by another writer", "%s змінює інший процес"),
		text("error.read_only", "%s cannot be written there", "%s неможливо записати в цьому місці"),
		text("error.full", "no space is left for %s; what was finished is kept", "немає місця для %s; зроблене збережено"),
		text("error.damaged", "%s is damaged", "%s пошкоджено"),
		text("error.refused", "%s: only reading is allowed", "%s: дозволено лише читання"),
		text("error.missing", "%s is not there", "%s немає"),

		text("hint.help", "`%s` says more.", "Докладніше: `%s`."),
		text("hint.commands", "The commands are: %s. `zvit help` says what they do.", "Команди: %s. `zvit help` пояснює, що вони роблять."),
		text("hint.corrected", "Type: %s", "Введіть: %s"),
		text("hint.one_sql", "Put it in quotes: zvit query \"SELECT * FROM reports\"", "Візьміть його в лапки: zvit query \"SELECT * FROM reports\""),
		text("hint.set", "For example: --set AMOUNT=thousand_uah, or --set AMOUNT=47060000", "Наприклад: --set AMOUNT=thousand_uah або --set AMOUNT=47060000"),
		text("hint.not_ours", "Name another file with --db; it is made where it does not exist.", "Назвіть інший файл через --db; якщо його немає, він буде створений."),
		text("hint.newer", "Install the newer zvit, or name another file with --db.", "Встановіть новішу версію zvit або назвіть інший файл через --db."),
		text("hint.busy", "Wait until the other run has finished. Reading goes on meanwhile.", "Зачекайте, доки завершиться інший запуск. Читати можна й зараз."),
		text("hint.read_only", "Name a file in a folder that you may write to with --db.", "Назвіть через --db файл у теці, до якої можна писати."),
		text("hint.full", "Make room and run the same command again; it goes on where it stopped.", "Звільніть місце й повторіть ту саму команду; вона продовжить роботу."),
		text("hint.damaged", "Restore a copy, or ingest the documents into a new file.", "Відновіть копію або прочитайте документи до нового файла."),
		text("hint.refused", "Write a SELECT; decisions on amounts are made with `zvit check`.", "Напишіть SELECT; рішення щодо сум приймаються через `zvit check`."),
		text("hint.missing", "`zvit ingest --db FILE PATH` makes it.", "Її створює `zvit ingest --db FILE PATH`."),
	}
}

package messages

// What is wrong with a database, for every command that opens one.
var databasesTable = table{
	texts: []text{
		{"flag.db", "the database `FILE`", "`ФАЙЛ` бази"},
		{"error.db_name", "--db %q: the name of a file is needed", "--db %q: потрібна назва файла"},
		{"error.not_ours", "%s is not a zvit database; it was not touched", "%s — не база zvit; її не змінено"},
		{"error.newer", "%s was made by a newer zvit", "%s створено новішою версією zvit"},
		{"error.busy", "%s is in use by another writer", "%s змінює інший процес"},
		{"error.read_only", "%s cannot be written there", "%s неможливо записати в цьому місці"},
		{"error.full", "no space is left for %s; what was finished is kept", "немає місця для %s; зроблене збережено"},
		{"error.no_folder", "the folder %s is not there", "теки %s немає"},
		{"error.no_space", "no space is left for %s; nothing was made", "немає місця для %s; нічого не створено"},
		{"error.damaged", "%s is damaged", "%s пошкоджено"},
		{"error.refused", "%s: only reading is allowed", "%s: дозволено лише читання"},
		{"error.missing", "%s is not there", "%s немає"},
		{
			"hint.not_ours",
			"Name another file with --db; it is made where it does not exist.",
			"Назвіть інший файл через --db; якщо його немає, він буде створений.",
		},
		{
			"hint.newer",
			"Install the newer zvit, or name another file with --db.",
			"Встановіть новішу версію zvit або назвіть інший файл через --db.",
		},
		{
			"hint.busy",
			"Wait until the other run has finished. Reading goes on meanwhile.",
			"Зачекайте, доки завершиться інший запуск. Читати можна й зараз.",
		},
		{
			"hint.read_only",
			"Name a file in a folder that you may write to with --db.",
			"Назвіть через --db файл у теці, до якої можна писати.",
		},
		{
			"hint.full",
			"Make room and run the same command again; it goes on where it stopped.",
			"Звільніть місце й повторіть ту саму команду; вона продовжить роботу.",
		},
		{"hint.no_folder", "Make it, or name another place.", "Створіть її або назвіть інше місце."},
		{"hint.no_space", "Make room, or name a place that has more of it.", "Звільніть місце або назвіть інше."},
		{"hint.output", "Name a place that you may write to.", "Назвіть місце, куди ви можете записувати."},
		{
			"hint.damaged",
			"Restore a copy, or ingest the documents into a new file.",
			"Відновіть копію або прочитайте документи до нового файла.",
		},
		{
			"hint.refused",
			"Write a SELECT; decisions on amounts are made with `zvit check`.",
			"Напишіть SELECT; рішення щодо сум приймаються через `zvit check`.",
		},
		{"hint.missing", "`zvit ingest --db FILE PATH` makes it.", "Її створює `zvit ingest --db FILE PATH`."},
	},
}

package messages

// analyst is what search, export and plot say.
func analyst() []entry {
	return []entry{
		text("search.usage", "find words in reports", "знайти слова у звітах"),
		text("search.args", "WORD...", "СЛОВО..."),
		text("search.description",
			"Finds measures, indicators, rows of tables, prose and findings that have all the\nwords, each as the beginning of a word, in any case and with any apostrophe; letters\nthat look alike are one. Prints the file and the place, the programme and the text\naround the words. json is one object a line.",
			"Знаходить заходи, показники, рядки таблиць, текст і зауваження, у яких є всі слова,\nкожне — як початок слова, у будь-якому регістрі та з будь-яким апострофом; схожі на\nвигляд літери вважаються однаковими. Друкує файл і місце, програму і текст довкола\nслів. json — один об'єкт на рядок."),
		text("search.nothing", "nothing was found: %s", "нічого не знайдено: %s"),
		count("search.more", "only the first %d is shown; --limit 0 shows all", "only the first %d are shown; --limit 0 shows all", "показано лише %d перший збіг; --limit 0 покаже всі", "показано лише %d перші збіги; --limit 0 покаже всі", "показано лише %d перших збігів; --limit 0 покаже всі"),
		text("flag.search_limit", "at most `N` results; 0 for all", "щонайбільше `N` результатів; 0 — усі"),
		text("error.no_words", "which words?", "які слова?"),
		text("found.measure", "measure", "захід"),
		text("found.indicator", "indicator", "показник"),
		text("found.line", "row", "рядок"),
		text("found.prose", "text", "текст"),
		text("found.table", "row of a table", "рядок таблиці"),
		text("found.finding", "finding", "зауваження"),

		text("export.usage", "write the views to files of other programs", "записати подання у файли інших програм"),
		text("export.description",
			"Writes the views, all or those named with --view, with the same columns and rows.\nThe format is known by OUT's extension or named with --format:\n\n   csv          RFC 4180, UTF-8, decimals with a dot; a file a view in the folder OUT\n   jsonl        an object a line; a file a view in the folder OUT\n   parquet      whole numbers, dates and flags as such; a file a view in the folder OUT\n   xlsx         one file, a sheet a view, with real numbers and dates\n   datapackage  the folder OUT with CSV files and datapackage.json (Frictionless)\n   datasette    a metadata file for `datasette -m OUT`\n\ncsv, jsonl and parquet make one file of one view where OUT has their extension. Money is in\nkopecks. Files are there whole or not at all; --force is needed to overwrite.",
			"Записує подання, усі або названі через --view, з тими самими стовпцями й рядками.\nФормат видно з розширення OUT або його називає --format:\n\n   csv          RFC 4180, UTF-8, десяткова крапка; файл на подання в теці OUT\n   jsonl        об'єкт на рядок; файл на подання в теці OUT\n   parquet      цілі числа, дати й позначки як такі; файл на подання в теці OUT\n   xlsx         один файл, аркуш на подання, зі справжніми числами й датами\n   datapackage  тека OUT із файлами CSV і datapackage.json (Frictionless)\n   datasette    файл метаданих для `datasette -m OUT`\n\ncsv, jsonl і parquet дають один файл одного подання, якщо OUT має їхнє розширення. Гроші — у\nкопійках. Файли з'являються повністю або не з'являються; для заміни потрібен --force."),
		text("export.file", "%s: rows %s", "%s: рядків %s"),
		count("export.cut", "%d text was longer than a cell of a sheet can hold and was cut; csv has it whole", "%d texts were longer than a cell of a sheet can hold and were cut; csv has them whole", "%d текст довший, ніж уміщає комірка аркуша, і його обрізано; у csv він повний", "%d тексти довші, ніж уміщає комірка аркуша, і їх обрізано; у csv вони повні", "%d текстів довші, ніж уміщає комірка аркуша, і їх обрізано; у csv вони повні"),
		text("flag.export_format", "format: %s (default: by the extension of OUT)", "формат: %s (типово: за розширенням OUT)"),
		text("flag.view", "only the `VIEW`; may be repeated", "лише подання `VIEW`; можна повторювати"),
		text("flag.force", "overwrite files that are there", "замінити наявні файли"),
		text("error.one_output", "one output file or folder is needed", "потрібен один файл або тека для запису"),
		text("error.export_format", "the name %s does not say the format", "з назви %s не видно формату"),
		text("hint.export_format", "Name it with --format: %s.", "Назвіть його через --format: %s."),
		text("error.one_view", "the file %s holds one view", "файл %s уміщає одне подання"),
		text("hint.one_view", "Name the view with --view, or give a folder's name without extension, with --format.", "Назвіть подання через --view або вкажіть назву теки без розширення та --format."),
		text("error.exists", "%s is there already", "%s уже існує"),
		text("hint.exists", "Name another output, or overwrite files with --force.", "Назвіть інше місце або замініть файли через --force."),
		text("error.in_use", "%s is the database itself; it was not touched", "%s — це сама база; її не змінено"),
	}
}

package messages

// `zvit query`.
var queryTable = table{
	texts: []text{
		{"query.usage", "run SQL that only reads", "виконати SQL, що лише читає"},
		{
			"query.description",
			"Runs one SQL statement on the database, opened for reading only. `zvit schema`\n" +
				"describes the views. A table has long texts cut to 60 letters on a terminal, and\n" +
				"whole in a file or a pipe; csv and json have them whole. json is one object a line.",
			"Виконує один оператор SQL над базою, відкритою лише для читання. `zvit schema`\n" +
				"описує подання. У таблиці на екрані довгі тексти обрізано до 60 літер, у файлі чи\n" +
				"конвеєрі вони повні; у csv і json — завжди повні. json — один об'єкт на рядок.",
		},
		{"flag.query_timeout", "time limit for the query; 0 for none", "обмеження часу на запит; 0 — без обмеження"},
		{"query.nothing", "no rows", "жодного рядка"},
		{"error.query_timeout", "the query did not end within %v", "запит не завершився за %v"},
		{"error.one_sql", "one SQL statement is needed, neither none nor several", "потрібен один оператор SQL: не жодного й не кілька"},
		{
			"hint.query_timeout",
			"Ask for less, or give it more time with --timeout.",
			"Звузьте запит або дайте йому більше часу через --timeout.",
		},
		{
			"hint.sql",
			"`zvit schema` lists views and columns. An apostrophe within a text is doubled: 'об''єкт'.",
			"`zvit schema` перелічує подання і стовпці. Апостроф усередині тексту подвоюють: 'об''єкт'.",
		},
		{
			"hint.one_sql",
			"Put it in quotes: zvit query \"SELECT * FROM reports\"",
			"Візьміть його в лапки: zvit query \"SELECT * FROM reports\"",
		},
	},
}

// `zvit schema`.
var schemaTable = table{
	texts: []text{
		{"schema.usage", "describe the views of the database and their columns", "описати подання бази та їхні стовпці"},
		{
			"schema.description",
			"Prints the dictionary that every database carries: each view and column with its\n" +
				"meaning, type and an example.",
			"Друкує словник, який є в кожній базі: кожне подання і стовпець із його значенням,\n" +
				"типом і прикладом.",
		},
		{"schema.unknown", "no such view: %s", "немає такого подання: %s"},
		{"hint.views", "`zvit schema` lists the views.", "`zvit schema` перелічує подання."},
		{"hint.view_meant", "Did you mean: %s", "Мабуть, малося на увазі: %s"},
		{"schema.example", "e.g. %s", "напр. %s"},
	},
}

// `zvit search`.
var searchTable = table{
	texts: []text{
		{"search.usage", "find words in reports", "знайти слова у звітах"},
		{"search.args", "WORD...", "СЛОВО..."},
		{
			"search.description",
			"Finds measures, indicators, rows of tables, prose and findings that have all the\n" +
				"words, each as the beginning of a word, in any case and with any apostrophe; letters\n" +
				"that look alike are one. Prints the file and the place, the programme and the text\n" +
				"around the words. json is one object a line.",
			"Знаходить заходи, показники, рядки таблиць, текст і зауваження, у яких є всі слова,\n" +
				"кожне — як початок слова, у будь-якому регістрі та з будь-яким апострофом; схожі на\n" +
				"вигляд літери вважаються однаковими. Друкує файл і місце, програму і текст довкола\n" +
				"слів. json — один об'єкт на рядок.",
		},
		{"flag.search_limit", "at most `N` results; 0 for all", "щонайбільше `N` результатів; 0 — усі"},
		{"search.nothing", "nothing was found: %s", "нічого не знайдено: %s"},
		{"found.measure", "measure", "захід"},
		{"found.indicator", "indicator", "показник"},
		{"found.line", "row", "рядок"},
		{"found.prose", "text", "текст"},
		{"found.table", "row of a table", "рядок таблиці"},
		{"found.finding", "finding", "зауваження"},
		{"error.no_words", "which words?", "які слова?"},
	},
	counts: []count{
		{
			"search.more",
			[2]string{"only the first %d is shown; --limit 0 shows all", "only the first %d are shown; --limit 0 shows all"},
			[3]string{
				"показано лише %d перший збіг; --limit 0 покаже всі",
				"показано лише %d перші збіги; --limit 0 покаже всі",
				"показано лише %d перших збігів; --limit 0 покаже всі",
			},
		},
	},
}

// `zvit export`.
var exportTable = table{
	texts: []text{
		{"export.usage", "write the views to files of other programs", "записати подання у файли інших програм"},
		{
			"export.description",
			"Writes the views, all or those named with --view, with the same columns and rows.\n" +
				"The format is known by OUT's extension or named with --format:\n\n" +
				"   csv          RFC 4180, UTF-8, decimals with a dot; a file a view in the folder OUT\n" +
				"   jsonl        an object a line; a file a view in the folder OUT\n" +
				"   parquet      whole numbers, dates and flags as such; a file a view in the folder OUT\n" +
				"   xlsx         one file, a sheet a view, with real numbers and dates\n" +
				"   datapackage  the folder OUT with CSV files and datapackage.json (Frictionless)\n" +
				"   datasette    a metadata file for `datasette -m OUT`\n\n" +
				"csv, jsonl and parquet make one file of one view where OUT has their extension. Money is in\n" +
				"kopecks. Files are there whole or not at all; --force is needed to overwrite.",
			"Записує подання, усі або названі через --view, з тими самими стовпцями й рядками.\n" +
				"Формат видно з розширення OUT або його називає --format:\n\n" +
				"   csv          RFC 4180, UTF-8, десяткова крапка; файл на подання в теці OUT\n" +
				"   jsonl        об'єкт на рядок; файл на подання в теці OUT\n" +
				"   parquet      цілі числа, дати й позначки як такі; файл на подання в теці OUT\n" +
				"   xlsx         один файл, аркуш на подання, зі справжніми числами й датами\n" +
				"   datapackage  тека OUT із файлами CSV і datapackage.json (Frictionless)\n" +
				"   datasette    файл метаданих для `datasette -m OUT`\n\n" +
				"csv, jsonl і parquet дають один файл одного подання, якщо OUT має їхнє розширення. Гроші — у\n" +
				"копійках. Файли з'являються повністю або не з'являються; для заміни потрібен --force.",
		},
		{"flag.export_format", "format: %s", "формат: %s"},
		{"flag.view", "only the `VIEW`; may be repeated", "лише `ПОДАННЯ`; можна повторювати"},
		{"flag.force", "overwrite files that are there", "замінити наявні файли"},
		{"default.export_format", "by the extension of OUT", "за розширенням OUT"},
		{"export.file", "%s: rows %s", "%s: рядків %s"},
		{"error.one_output", "one output file or folder is needed", "потрібен один файл або тека для запису"},
		{"error.export_format", "the name %s does not say the format", "з назви %s не видно формату"},
		{"error.one_view", "the file %s holds one view", "файл %s уміщає одне подання"},
		{"error.exists", "%s is there already", "%s уже існує"},
		{"error.in_use", "%s is the database itself; it was not touched", "%s — це сама база; її не змінено"},
		{"hint.export_format", "Name it with --format: %s.", "Назвіть його через --format: %s."},
		{
			"hint.one_view",
			"Name the view with --view, or give a folder's name without extension, with --format.",
			"Назвіть подання через --view або вкажіть назву теки без розширення та --format.",
		},
		{"hint.in_use", "Name another output.", "Назвіть інше місце."},
		{"hint.exists", "Name another output, or overwrite files with --force.", "Назвіть інше місце або замініть файли через --force."},
	},
	counts: []count{
		{
			"export.cut",
			[2]string{
				"%d text was longer than a cell of a sheet can hold and was cut; csv has it whole",
				"%d texts were longer than a cell of a sheet can hold and were cut; csv has them whole",
			},
			[3]string{
				"%d текст довший, ніж уміщає комірка аркуша, і його обрізано; у csv він повний",
				"%d тексти довші, ніж уміщає комірка аркуша, і їх обрізано; у csv вони повні",
				"%d текстів довші, ніж уміщає комірка аркуша, і їх обрізано; у csv вони повні",
			},
		},
	},
}

// `zvit plot`.
var plotTable = table{
	texts: []text{
		{"plot.usage", "draw plan and actual, or the doubtful amounts", "намалювати план і факт або сумнівні суми"},
		{
			"plot.description",
			"Draws a picture into FILE, SVG or PNG by its extension:\n\n" +
				"   measures    plan against actual of the measures with the greatest plans\n" +
				"   execution   plan against actual by year\n" +
				"   doubtful    how many amounts, and how much money, are doubtful at each confidence\n\n" +
				"Every hryvnia stands once, as in the view execution. Actual money of which an amount is\n" +
				"doubtful has a colour of its own.",
			"Малює у FILE, SVG або PNG за розширенням:\n\n" +
				"   measures    план і факт заходів із найбільшим планом\n" +
				"   execution   план і факт за роками\n" +
				"   doubtful    скільки сум і скільки грошей є сумнівними за кожної впевненості\n\n" +
				"Кожна гривня стоїть один раз, як у поданні execution. Фактичні суми, серед яких є\n" +
				"сумнівні, мають окремий колір.",
		},
		{"flag.kind", "what to draw: %s", "що малювати: %s"},
		{"flag.out", "the picture `FILE`: .svg or .png", "`ФАЙЛ` зображення: .svg або .png"},
		{"flag.report", "only the report with this `ID`", "лише звіт із цим `ID`"},
		{"flag.programme", "only programmes with this `TEXT` in the name", "лише програми, у назві яких є `ТЕКСТ`"},
		{"flag.plot_limit", "at most `N` measures", "щонайбільше `N` заходів"},
		{"plot.nothing", "there is nothing to draw", "малювати нічого"},
		{"plot.measures", "Plan and actual by measure", "План і факт за заходами"},
		{"plot.execution", "Plan and actual by year", "План і факт за роками"},
		{"plot.doubtful", "Doubtful amounts by the confidence of their settling", "Сумнівні суми за впевненістю визначення"},
		{"plot.doubtful_actual", "actual, doubtful", "фактично, сумнівно"},
		{"plot.no_year", "no year", "без року"},
		{"plot.confidence", "confidence that the sum is right", "впевненість, що сума правильна"},
		{"plot.amounts", "amounts", "кількість сум"},
		{"error.plot_out", "--out must name a file .svg or .png", "--out має називати файл .svg або .png"},
		{"hint.plot_out", "For example: zvit plot --out measures.svg", "Наприклад: zvit plot --out measures.svg"},
	},
}

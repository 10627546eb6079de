package messages

// `zvit show`.
var showTable = table{
	texts: []text{
		{
			"show.usage",
			"print what would be stored, with the reason for every settled unit",
			"показати, що буде збережено, і чому встановлено кожну одиницю",
		},
		{
			"show.description",
			"Reads files as `zvit ingest` does, without a database. Amounts are in hryvnias; the\n" +
				"mark * says that the printed unit was overruled, ? that a person should look, and\n" +
				"the number beside it names the reason under the table. --format json prints one\n" +
				"object a report with the names of the database's views.",
			"Читає файли так само, як `zvit ingest`, але без бази. Суми — у гривнях; позначка *\n" +
				"каже, що надруковану одиницю змінено, ? — що суму має перевірити людина, а число\n" +
				"поруч указує на причину під таблицею. --format json друкує один об'єкт на звіт з\n" +
				"назвами подань бази.",
		},
		{"show.no_report", "%s: no report was recognised", "%s: звіту не розпізнано"},
		{"show.declared", "Declared by the report, UAH", "Заявлено у звіті, грн"},
		{"show.planned", "planned, UAH", "заплановано, грн"},
		{"show.actual", "actual, UAH", "фактично, грн"},
		{"show.printed", "(printed: %s%s)", "(надруковано: %s%s)"},
		{
			"show.marks",
			"Why (* the printed unit was overruled, ? a person should look):",
			"Чому (* надруковану одиницю змінено, ? має перевірити людина):",
		},
		{"error.no_file", "which files?", "які файли?"},
	},
	counts: []count{
		{"show.measures", [2]string{"%d measure", "%d measures"}, [3]string{"%d захід", "%d заходи", "%d заходів"}},
		{
			"show.indicators",
			[2]string{"%d indicator: unit, planned, actual", "%d indicators: unit, planned, actual"},
			[3]string{"%d показник: одиниця, план, факт", "%d показники: одиниця, план, факт", "%d показників: одиниця, план, факт"},
		},
		{"show.lines", [2]string{"%d line, UAH", "%d lines, UAH"}, [3]string{"%d рядок, грн", "%d рядки, грн", "%d рядків, грн"}},
		{
			"show.prose",
			[2]string{"%d amount in the text, UAH", "%d amounts in the text, UAH"},
			[3]string{"%d сума в тексті, грн", "%d суми в тексті, грн", "%d сум у тексті, грн"},
		},
		{
			"show.info",
			[2]string{
				"%d note on text that was put back together; zvit tables shows where",
				"%d notes on text that was put back together; zvit tables shows where",
			},
			[3]string{
				"%d примітка про відновлений текст; zvit tables показує де",
				"%d примітки про відновлений текст; zvit tables показує де",
				"%d приміток про відновлений текст; zvit tables показує де",
			},
		},
		{
			"show.more_notes",
			[2]string{"and %d more note; zvit check lists it", "and %d more notes; zvit check lists them"},
			[3]string{
				"і ще %d примітка; zvit check її покаже",
				"і ще %d примітки; zvit check їх покаже",
				"і ще %d приміток; zvit check їх покаже",
			},
		},
		{"show.findings", [2]string{"%d finding", "%d findings"}, [3]string{"%d зауваження", "%d зауваження", "%d зауважень"}},
	},
}

// `zvit tables`.
var tablesTable = table{
	texts: []text{
		{"tables.usage", "print every table of a document", "показати всі таблиці документа"},
		{
			"tables.description",
			"Prints the document's tables as rejoined, or with --raw as they were read. Text is\n" +
				"an overview with long cells cut; csv and json give every cell whole. json is one\n" +
				"object a line; a slot that another cell's span covers is null.\n" +
				"--page reads no other pages of a PDF. --debug draws at most 20 pages: words in blue boxes,\n" +
				"rulings red, the tables as read and their filled cells green.",
			"Друкує таблиці документа після з'єднання або, з --raw, так, як їх прочитано. У\n" +
				"тексті довгі комірки обрізано; csv і json дають кожну комірку повністю. json — один\n" +
				"об'єкт на рядок; місце, накрите сусідньою коміркою, — null.\n" +
				"З --page інших сторінок PDF не читають. --debug малює щонайбільше 20 сторінок: слова\n" +
				"в синіх рамках, лінії червоні, прочитані таблиці та їхні заповнені комірки зелені.",
		},
		{"flag.raw", "tables as read, before rejoining", "таблиці, як прочитано, до з'єднання"},
		{"flag.table", "only table `N`, counted from 1", "лише таблиця `N`, рахуючи від 1"},
		{"flag.page", "only tables on `PAGES`: 3 or 3-5", "лише таблиці на сторінках (`СТОРІНКИ`): 3 або 3-5"},
		{"flag.debug", "draw to the PNG file `OUT` what was seen on a PDF's pages", "намалювати у `ФАЙЛ` PNG, що видно на сторінках PDF"},
		{"repair.fragment_joined", "the table goes on over a page", "таблиця продовжується на наступній сторінці"},
		{"repair.row_continued", "a row cut by a page break", "рядок розірвано сторінкою"},
		{"repair.tail_moved", "a cell's tail stood in the next row", "кінець комірки стояв у наступному рядку"},
		{"repair.cells_shifted", "cells stood in other columns", "комірки стояли в інших стовпцях"},
		{"repair.text_moved", "text stood in a column of another kind", "текст стояв у стовпці іншого виду"},
		{"repair.number_missing", "the row's number was missing", "бракувало номера рядка"},
		{"repair.number_slid", "a number stood at another row", "номер стояв в іншому рядку"},
		{"repair.word_joined", "a word was cut in two", "слово розірвано"},
		{"repair.row_dropped", "a repeated header, or a row without content", "повторений заголовок або рядок без змісту"},
		{"tables.title", "Table %d: %s, %s", "Таблиця %d: %s, %s"},
		{"tables.repair", "row %d, column %d: %s%s", "рядок %d, стовпець %d: %s%s"},
		{"tables.nothing", "%s: no table was found", "%s: таблиць не знайдено"},
		{"tables.not_asked", "%s: no table is the one that was asked for; there are %s", "%s: жодна таблиця не відповідає запиту; є %s"},
		{
			"error.pages",
			"--page %s: give a page or the first and the last: 3 or 3-5",
			"--page %s: задайте сторінку або першу й останню: 3 або 3-5",
		},
		{"error.no_picture", "%s: there is nothing to draw: --debug is for PDF", "%s: малювати нічого: --debug — для PDF"},
		{"error.one_file", "one file is needed", "потрібен один файл"},
	},
	counts: []count{
		{"count.tables", [2]string{"%d table", "%d tables"}, [3]string{"%d таблиця", "%d таблиці", "%d таблиць"}},
		{"count.rows", [2]string{"%d row", "%d rows"}, [3]string{"%d рядок", "%d рядки", "%d рядків"}},
		{"count.columns", [2]string{"%d column", "%d columns"}, [3]string{"%d стовпець", "%d стовпці", "%d стовпців"}},
	},
}

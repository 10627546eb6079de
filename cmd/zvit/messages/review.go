package messages

// `zvit review`, and what all its pages have.
var reviewTable = table{
	texts: []text{
		{
			"review.usage",
			"a page on this computer for settling doubtful amounts",
			"сторінка на цьому комп'ютері для розгляду сумнівних сум",
		},
		{
			"review.description",
			"Serves a page at 127.0.0.1, for this computer alone, and prints its address: the\n" +
				"doubtful amounts and the findings, most money first, each beside its source as it\n" +
				"was, with the readings and what speaks for them. Keys accept a reading, choose the\n" +
				"other, enter a figure or leave a note; ? on the page lists them. A decision is kept\n" +
				"as `zvit check` keeps it, and the document is settled again. Ctrl-C ends it.\n\n" +
				"Pages of PDF files are shown as pictures where pdftoppm (package poppler-utils) is\n" +
				"installed and the file still stands, unchanged, where it was read.",
			"Відкриває сторінку на 127.0.0.1, лише для цього комп'ютера, і друкує її адресу:\n" +
				"сумнівні суми та зауваження, спершу найбільші гроші, кожне поруч із джерелом, яким\n" +
				"воно було, з прочитаннями й тим, що за них свідчить. Клавіші приймають прочитання,\n" +
				"обирають інше, дають увести суму чи лишити примітку; ? на сторінці їх перелічує.\n" +
				"Рішення зберігається так само, як у `zvit check`, і документ перераховується.\n" +
				"Завершити — Ctrl-C.\n\n" +
				"Сторінки PDF показуються зображенням, якщо встановлено pdftoppm (пакет\n" +
				"poppler-utils) і файл лежить незмінним там, де його прочитано.",
		},
		{"flag.port", "listen at port `N` of 127.0.0.1; 0 for any free one", "слухати порт `N` на 127.0.0.1; 0 — будь-який вільний"},
		{
			"review.serving",
			"The page is open until Ctrl-C; decisions are made in the name of: %s",
			"Сторінка працює до Ctrl-C; рішення записуються від імені: %s",
		},
		{"error.port", "--port %s: ports are from 1 to 65535", "--port %s: порти — від 1 до 65535"},
		{"review.port_busy", "port %s cannot be used: %s", "порт %s недоступний: %s"},
		{"review.port_hint", "Leave --port out to take any free one.", "Без --port буде взято будь-який вільний."},
		{"review.name", "zvit review", "zvit: розгляд"},
		{"review.skip", "Skip to the content", "До вмісту"},
		{"review.amounts", "Doubtful amounts", "Сумнівні суми"},
		{"review.finding", "Finding", "Зауваження"},
		{"review.charts", "Charts", "Діаграми"},
		{"review.search", "Search", "Пошук"},
		{"review.language.en", "English", "English"},
		{"review.language.uk", "Українська", "Українська"},
		{"review.as", "as %s", "від імені: %s"},
		{"review.no_name", "(no name)", "(без імені)"},
		{"review.progress", "%d of %d decided", "вирішено %d з %d"},
	},
}

// The queue, and the lists of findings and decisions.
var queueTable = table{
	texts: []text{
		{"review.findings", "Findings", "Зауваження"},
		{"review.decisions", "Decisions", "Рішення"},
		{"review.start", "Start with the first", "Почати з першої"},
		{"review.start_finding", "Start with the first", "Почати з першого"},
		{"review.all_done", "No doubtful amount is left.", "Сумнівних сум не лишилося."},
		{"review.no_findings", "There are no findings.", "Зауважень немає."},
		{"review.no_decisions", "Nobody has decided anything yet.", "Ще ніхто нічого не вирішував."},
		{"review.previous", "Previous", "Попередня"},
		{"review.next", "Next", "Наступна"},
		{"review.page_of", "page %d of %d", "сторінка %d з %d"},
		{"review.position", "%d of %d in the queue", "%d з %d у черзі"},
		{"review.not_queued", "not doubtful", "не сумнівна"},
		{"review.back", "Back to the queue", "До черги"},
		{"review.column.amount", "amount, UAH", "сума, грн"},
		{"review.column.for", "of what", "чого стосується"},
		{"review.column.printed", "as printed", "як надруковано"},
		{"review.column.sure", "sure", "певність"},
		{"review.column.finding", "finding", "зауваження"},
		{"review.column.difference", "difference, UAH", "різниця, грн"},
		{"review.column.decision", "decision, UAH", "рішення, грн"},
		{"review.column.who", "who and when", "хто і коли"},
		{"review.or", "or %s", "або %s"},
		{"review.unreadable", "not read", "не прочитано"},
		{"review.sure", "%d %% sure", "певність %d %%"},
		{"review.by", "%s, %s", "%s, %s"},
		{"review.orphaned", "its text is no longer in the document", "її тексту в документі вже немає"},
		{
			"review.orphaned_do",
			"see what stands there now, decide on it, then take this one back",
			"подивіться, що стоїть там тепер, вирішіть щодо нього, потім скасуйте це",
		},
		{"review.note_alone", "a note only", "лише примітка"},
	},
	counts: []count{
		{"review.count.amounts", [2]string{"%d amount", "%d amounts"}, [3]string{"%d сума", "%d суми", "%d сум"}},
		{
			"review.left",
			[2]string{"%d doubtful amount", "%d doubtful amounts"},
			[3]string{"%d сумнівна сума", "%d сумнівні суми", "%d сумнівних сум"},
		},
	},
}

// The search and the charts of `zvit review`.
var chartsTable = table{
	texts: []text{
		{"review.search_words", "Search the reports", "Шукати у звітах"},
		{"review.chart.no_year", "year not given", "рік не вказано"},
		{
			"review.search_hint",
			"Words, or beginnings of words; case and apostrophes do not matter.",
			"Слова або їхні початки; великі літери та апострофи не мають значення.",
		},
		{"review.search_nothing", "Nothing has all of these words.", "Ніде немає всіх цих слів."},
		{"review.search_full", "Only the first hundred are shown.", "Показано лише першу сотню."},
		{"review.chart.execution", "Plan and actual by year", "План і факт за роками"},
		{"review.chart.execution_about", "Every hryvnia once, from the view execution.", "Кожна гривня один раз, із подання execution."},
		{"review.chart.confidence", "How sure the doubtful amounts are", "Наскільки певні сумнівні суми"},
		{
			"review.chart.confidence_about",
			"The probability that the settled figure is right.",
			"Імовірність, що встановлена сума правильна.",
		},
		{"review.chart.reports", "Reports with the most doubtful amounts", "Звіти з найбільшою кількістю сумнівних сум"},
		{"review.chart.reports_about", "Doubtful amounts in a report.", "Скільки сумнівних сум у звіті."},
		{"review.chart.empty", "No report on execution is stored.", "Звітів про виконання у базі немає."},
		{"review.chart.no_doubt", "No amount is doubtful.", "Сумнівних сум немає."},
	},
}

// The keys of `zvit review`.
var keysTable = table{
	texts: []text{
		{"review.keys", "Keys", "Клавіші"},
		{"review.key.accept", "accept the settled reading", "прийняти встановлене"},
		{"review.key.other", "choose the other reading", "обрати інше прочитання"},
		{"review.key.printed", "choose the reading as printed", "обрати як надруковано"},
		{"review.key.figure", "enter another figure; Enter records it", "увести іншу суму; Enter записує"},
		{"review.key.note", "write a note; Enter records it alone", "написати примітку; Enter записує її саму"},
		{"review.key.column", "decide all doubtful amounts of the column", "вирішити всі сумнівні суми стовпця"},
		{"review.key.document", "decide all doubtful amounts of the document", "вирішити всі сумнівні суми документа"},
		{"review.key.move", "next and previous", "наступна й попередня"},
		{"review.key.undo", "take the last decision back", "скасувати останнє рішення"},
		{"review.key.queue", "the queue", "черга"},
		{"review.key.start", "start with the first", "почати з першої"},
		{"review.key.search", "search", "пошук"},
		{"review.key.escape", "leave a field", "вийти з поля"},
		{"review.key.help", "show or hide this", "показати чи сховати це"},
		{
			"review.keys_place",
			"The keys are those of the Latin letters, in any layout.",
			"Клавіші — ті, де латинські літери, у будь-якій розкладці.",
		},
	},
}

package messages

// `zvit check`: what it lists.
var checkTable = table{
	texts: []text{
		{"check.usage", "list findings and doubtful amounts, and decide them", "перелічити зауваження й сумнівні суми та вирішити їх"},
		{
			"check.description",
			"Without decisions: lists what a reader of the reports should know, and the amounts\n" +
				"that a person should look at, most money first. --accept, --set and --undo record\n" +
				"a person's decision on an amount by its id; the document is settled again from what is\n" +
				"stored. The decision survives a later ingest, and goes over to a later version of\n" +
				"the file, as long as the same text is printed in the same place.\n\n" +
				"AMOUNT may be wider than one amount; then all doubtful amounts in it are decided in\n" +
				"one step: 0a1b2c3d4e5f6071 is a document, by the first 16 digits of its id,\n" +
				"0a1b2c3d4e5f6071/t3 a table of it, 0a1b2c3d4e5f6071/t3c6 the sixth column of the table.\n" +
				"That is the whole table, joined from its pages: an amount's id names the piece and the\n" +
				"row that it was printed in. check prints an amount's column beside its id; the view\n" +
				"amounts has it as column_id.\n\n" +
				"An amount is doubtful below a confidence of 95 %%; more is asked for, 99 %% and over,\n" +
				"where no unit is printed, no sum bears the figure out, or its row stands far from the\n" +
				"others. A decision on an amount of an earlier version\n" +
				"of a file, or of a copy, is made on what counts, where the same text stands there.\n\n" +
				"UNIT is kopeck, uah, thousand_uah, million_uah or billion_uah.",
			"Без рішень: перелічує, що слід знати читачеві звітів, і суми, які має перевірити\n" +
				"людина, від найбільших. --accept, --set та --undo записують рішення людини щодо\n" +
				"суми за її ідентифікатором; документ перераховується зі збереженого. Рішення\n" +
				"переживає наступні читання й переходить до пізнішої версії файла, доки на тому\n" +
				"самому місці надруковано той самий текст.\n\n" +
				"СУМА може бути ширшою за одну суму; тоді всі сумнівні суми в ній вирішуються одним\n" +
				"кроком: 0a1b2c3d4e5f6071 — документ, за першими 16 цифрами ідентифікатора,\n" +
				"0a1b2c3d4e5f6071/t3 — його таблиця, 0a1b2c3d4e5f6071/t3c6 — шостий стовпець таблиці.\n" +
				"Це ціла таблиця, зібрана зі сторінок; ідентифікатор суми називає частину й рядок, де її\n" +
				"надруковано. check друкує стовпець поруч з ідентифікатором суми; у поданні amounts це\n" +
				"column_id.\n\n" +
				"Сума сумнівна, якщо її певність нижча за 95 %%; більше, до 99 %% і понад, потрібно там, де\n" +
				"одиниці не надруковано, жоден підсумок суми не підтверджує або рядок далекий від решти.\n" +
				"Рішення щодо суми з попередньої версії\n" +
				"файла чи з копії записується для чинної суми, якщо там стоїть той самий текст.\n\n" +
				"ОДИНИЦЯ — це kopeck, uah, thousand_uah, million_uah або billion_uah.",
		},
		{"flag.limit", "at most `N` findings and `N` amounts; 0 for all", "щонайбільше `N` зауважень і `N` сум; 0 — усі"},
		{"flag.copies", "list copies and earlier versions of documents, too", "показати також копії та попередні версії документів"},
		{"default.limit", "%d on a terminal, else all", "%d на терміналі, інакше всі"},
		{"check.column", "in column %s", "стовпець %s"},
		{"check.amount", "%s %s UAH %s", "%s %s грн %s"},
		{"check.alternative", "or %s UAH", "або %s грн"},
		{
			"check.decide",
			"Decide with: zvit check%[1]s --accept AMOUNT, or --set AMOUNT=UNIT, with --note TEXT; or on a page: zvit review%[1]s",
			"Вирішити: zvit check%[1]s --accept СУМА або --set СУМА=ОДИНИЦЯ, з --note ТЕКСТ; або на сторінці: zvit review%[1]s",
		},
		{"check.of", "%[1]d of %[2]s", "%[2]s; показано %[1]d"},
		{
			"check.limited",
			"The list is cut: zvit check%[1]s --limit 0 gives all of it.",
			"Перелік скорочено: zvit check%[1]s --limit 0 дає його весь.",
		},
		{
			"check.columns",
			"Columns with the most of them; zvit check%[1]s --accept COLUMN accepts all in one step, --set COLUMN=UNIT decides otherwise:",
			"Стовпці, де їх найбільше; zvit check%[1]s --accept СТОВПЕЦЬ приймає всі разом, --set СТОВПЕЦЬ=ОДИНИЦЯ вирішує інакше:",
		},
		{"check.nothing", "no findings and no doubtful amounts", "зауважень і сумнівних сум немає"},
	},
	counts: []count{
		{
			"check.doubtful",
			[2]string{"%d doubtful amount, most money first", "%d doubtful amounts, most money first"},
			[3]string{"%d сумнівна сума", "%d сумнівні суми, від найбільших", "%d сумнівних сум, від найбільших"},
		},
		{
			"check.copies",
			[2]string{
				"%d doubtful amount of copies and earlier versions of documents is not listed; --copies lists it.",
				"%d doubtful amounts of copies and earlier versions of documents are not listed; --copies lists them.",
			},
			[3]string{
				"%d сумнівну суму копій і попередніх версій документів не показано; --copies покаже її.",
				"%d сумнівні суми копій і попередніх версій документів не показано; --copies покаже їх.",
				"%d сумнівних сум копій і попередніх версій документів не показано; --copies покаже їх.",
			},
		},
	},
}

// `zvit check`: what it says of decisions.
var decisionsTable = table{
	texts: []text{
		{
			"flag.accept",
			"accept the settled reading of `AMOUNT`, or of all doubtful ones of a column, table or document",
			"прийняти встановлене значення суми `СУМА` або всіх сумнівних сум стовпця, таблиці чи документа",
		},
		{
			"flag.set",
			"`AMOUNT=UNIT` or AMOUNT=KOPECKS: decide otherwise; COLUMN=UNIT: all doubtful ones of it",
			"`СУМА=ОДИНИЦЯ` або СУМА=КОПІЙКИ: вирішити інакше; СТОВПЕЦЬ=ОДИНИЦЯ: усі сумнівні в ньому",
		},
		{
			"flag.undo",
			"take back the decision on `AMOUNT`, or all of a column, table or document; what it replaced stands again",
			"скасувати рішення щодо суми `СУМА` або всі рішення стовпця, таблиці чи документа; попереднє рішення діє знову",
		},
		{"flag.note", "a `NOTE` kept with the decision", "`ПРИМІТКА` до рішення"},
		{"flag.reviewer", "`NAME` of who decides", "`ІМ'Я` того, хто вирішує"},
		{"default.reviewer", "your user name", "ім'я користувача"},
		{"check.orphan", "“%s” was decided as: %s", "«%s» було вирішено як: %s"},
		{"check.sum", "%s UAH", "%s грн"},
		{"check.noted", "a note only", "лише примітка"},
		{
			"check.orphans_do",
			"Look at the document, decide anew with --accept or --set, then drop the old one: zvit check%[1]s --undo AMOUNT",
			"Перегляньте документ, вирішіть заново через --accept або --set, потім приберіть старе: zvit check%[1]s --undo СУМА",
		},
		{"check.forgotten", "the decision is dropped", "рішення прибрано"},
		{"check.unknown_wide", "no doubtful amount there: %s", "там немає сумнівних сум: %s"},
		{"check.undecided_wide", "no decision is kept there: %s", "там немає рішень: %s"},
		{
			"check.instead",
			"it stands in place of %s, of an earlier version or a copy, where the same text is printed",
			"вона стоїть замість %s із попередньої версії або копії, де надруковано той самий текст",
		},
		{"check.broken", "A total does not hold now:", "Підсумок тепер не сходиться:"},
		{"check.unknown", "no such amount: %s", "немає такої суми: %s"},
		{
			"hint.amounts",
			"`zvit check` lists amounts with their ids; `zvit query` finds others in the view amounts.",
			"`zvit check` перелічує суми з ідентифікаторами; решту знайде `zvit query` у поданні amounts.",
		},
		{"check.undecided", "no decision is kept on the amount: %s", "щодо цієї суми рішення немає: %s"},
		{"check.decided", "%s UAH, %s", "%s грн, %s"},
		{
			"error.earlier",
			"%s stands in an earlier version, or a copy, of %[3]s: what counts is %[2]s",
			"%s стоїть у попередній версії або копії %[3]s: чинне тут %[2]s",
		},
		{
			"error.note_alone",
			"--note goes with a decision: --accept, --set or --undo",
			"--note потребує рішення: --accept, --set або --undo",
		},
		{"error.set_wide", "--set %s: one figure cannot be for several amounts", "--set %s: одна сума не може бути для кількох"},
		{"error.set", "--set %s: a unit or a whole number of kopecks is needed", "--set %s: потрібна одиниця або ціле число копійок"},
		{
			"hint.earlier",
			"Nothing was changed. See what is printed there and decide on that: zvit check --accept %[1]s, or --set %[1]s=...",
			"Нічого не змінено. Подивіться, що надруковано там, і вирішіть щодо того: zvit check --accept %[1]s або --set %[1]s=...",
		},
		{
			"hint.set",
			"For example: --set AMOUNT=thousand_uah, or --set AMOUNT=47060000. Units: %s.",
			"Наприклад: --set СУМА=thousand_uah або --set СУМА=47060000. Одиниці: %s.",
		},
	},
	counts: []count{
		{
			"check.orphans",
			[2]string{
				"%d decision has lost its text: what was printed at its place is no longer there",
				"%d decisions have lost their texts: what was printed at their places is no longer there",
			},
			[3]string{
				"%d рішення втратило свій текст: надрукованого вже немає на своєму місці",
				"%d рішення втратили свій текст: надрукованого вже немає на своєму місці",
				"%d рішень втратили свій текст: надрукованого вже немає на своєму місці",
			},
		},
		{
			"check.decided_all",
			[2]string{"%d amount decided", "%d amounts decided"},
			[3]string{"вирішено %d суму", "вирішено %d суми", "вирішено %d сум"},
		},
		{
			"check.undone_all",
			[2]string{"%d decision taken back", "%d decisions taken back"},
			[3]string{"скасовано %d рішення", "скасовано %d рішення", "скасовано %d рішень"},
		},
		{
			"others.refigured",
			[2]string{"%d other amount has another figure now", "%d other amounts have another figure now"},
			[3]string{"%d інша сума має тепер інше значення", "%d інші суми мають тепер інше значення", "%d інших сум мають тепер інше значення"},
		},
		{
			"others.doubted",
			[2]string{"%d other amount became doubtful", "%d other amounts became doubtful"},
			[3]string{"%d інша сума стала сумнівною", "%d інші суми стали сумнівними", "%d інших сум стали сумнівними"},
		},
		{
			"others.cleared",
			[2]string{"%d other amount is no longer doubtful", "%d other amounts are no longer doubtful"},
			[3]string{"%d інша сума більше не сумнівна", "%d інші суми більше не сумнівні", "%d інших сум більше не сумнівні"},
		},
	},
}

package messages

// `zvit ingest`, and the options that `zvit work` shares with it.
var ingestTable = table{
	texts: []text{
		{"ingest.usage", "take files and folders into the database", "прочитати файли й теки до бази"},
		{
			"ingest.description",
			"Reads every file at the paths, folders with all that is in them, and stores what\n" +
				"they say. Safe to repeat: a document that is stored with the same bytes and the\n" +
				"same readers is not read again, a newer reader replaces what an older one left,\n" +
				"and decisions made with `zvit check` stay. What cannot be read is recorded with\n" +
				"its reason and is not tried again without --retry failed.\n\n" +
				"The summary goes to standard output, failures to standard error.",
			"Читає кожен файл за шляхами, теки — з усім вмістом, і зберігає, що в них сказано.\n" +
				"Команду можна повторювати: збережений документ із тими самими байтами й тим\n" +
				"самим читачем не читається вдруге, новіший читач замінює записи старішого, а\n" +
				"рішення, прийняті через `zvit check`, залишаються. Непрочитане записується з\n" +
				"причиною і не читається знову без --retry failed.\n\n" +
				"Підсумок виводиться у стандартний вивід, помилки — у потік помилок.",
		},
		{
			"flag.memory",
			"memory limit for one document, such as 512M; 0 for none",
			"обмеження пам'яті на один документ, наприклад 512M; 0 — без обмеження",
		},
		{
			"flag.include",
			"in folders, only files whose name matches `PATTERN`; may be repeated",
			"у теках — лише файли, назва яких відповідає `ШАБЛОН`; можна повторювати",
		},
		{
			"flag.exclude",
			"in folders, no files or folders whose name matches `PATTERN`; may be repeated",
			"у теках — без файлів і тек, назва яких відповідає `ШАБЛОН`; можна повторювати",
		},
		{
			"flag.dry_run",
			"read everything, store nothing, and say what would be stored",
			"прочитати все, нічого не зберігати й сказати, що було б збережено",
		},
		{"flag.json", "events as JSON, one a line, for programs", "події у форматі JSON, по одній на рядок, для програм"},
		{"flag.jobs", "documents read at the same time", "скільки документів читати одночасно"},
		{"flag.timeout", "time limit for one document; 0 for none", "обмеження часу на один документ; 0 — без обмеження"},
		{
			"flag.max_bytes",
			"size above which a file is not read, such as 200M; 0 for none",
			"розмір, понад який файл не читається, наприклад 200M; 0 — без обмеження",
		},
		{
			"flag.encoding",
			"encoding of text files (`NAME`), where detection is wrong",
			"кодування текстових файлів (`НАЗВА`), якщо його визначено неправильно",
		},
		{"flag.password", "`PASSWORD` of encrypted PDF and office files", "`ПАРОЛЬ` зашифрованих PDF та офісних файлів"},
		{"flag.retry", "`failed`: try again what failed before", "`failed`: спробувати ще раз те, що не вдалося прочитати"},
		{"default.jobs", "the cores of this machine", "за кількістю ядер цієї машини"},
		{
			"ingest.dry",
			"Dry run: nothing was stored. The database would get:",
			"Пробний запуск: нічого не збережено. До бази потрапило б:",
		},
		{"ingest.progress_of", "so far %s of %d, %d MiB", "поки що %s з %d, %d МіБ"},
		{"ingest.in_part", "read in part: %s", "прочитано частково: %s"},
		{"ingest.failed_before", "failed before: %s", "не прочитано раніше: %s"},
		{"ingest.progress", "so far %s, %d MiB", "поки що %s, %d МіБ"},
		{"error.pattern", "--%s %s: not a pattern such as *.pdf", "--%s %s: це не шаблон на зразок *.pdf"},
		{"error.size", "--%s %s: a size such as 512M or 2G is needed", "--%s %s: потрібен розмір на зразок 512M або 2G"},
		{"error.interrupted_kept", "interrupted; what was finished is kept", "перервано; зроблене збережено"},
		{"error.no_path", "which files or folders?", "які файли або теки?"},
	},
}

// The summary of a run.
var summaryTable = table{
	texts: []text{
		{"ingest.nothing", "there is nothing to read at these paths", "за цими шляхами немає чого читати"},
		{"ingest.all_failed", "no file could be read", "жодного файла не прочитано"},
		{
			"ingest.same_bytes",
			"%s are %s: files with equal bytes are one document",
			"%s — це %s: файли з однаковими байтами є одним документом",
		},
		{"ingest.contents", "%s: %s, %s, %s", "%s: %s, %s, %s"},
		{"ingest.units", "%s, %s; %s", "%s, %s; %s"},
		{"ingest.report", "%s, %s; planned %s UAH, actual %s UAH", "%s, %s; заплановано %s грн, фактично %s грн"},
		{
			"ingest.next",
			"Next: zvit check%[1]s   lists findings and doubtful amounts\n" +
				"      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\"",
			"Далі: zvit check%[1]s   перелічує зауваження й сумнівні суми\n" +
				"      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\"",
		},
	},
	counts: []count{
		{"count.pages", [2]string{"%d page", "%d pages"}, [3]string{"%d сторінка", "%d сторінки", "%d сторінок"}},
		{"count.files", [2]string{"%d file", "%d files"}, [3]string{"%d файл", "%d файли", "%d файлів"}},
		{
			"ingest.read",
			[2]string{"%d file read", "%d files read"},
			[3]string{"%d файл прочитано", "%d файли прочитано", "%d файлів прочитано"},
		},
		{
			"ingest.partial",
			[2]string{"%d file read in part", "%d files read in part"},
			[3]string{"%d файл прочитано частково", "%d файли прочитано частково", "%d файлів прочитано частково"},
		},
		{
			"ingest.known",
			[2]string{"%d file already stored", "%d files already stored"},
			[3]string{"%d файл уже збережено", "%d файли вже збережено", "%d файлів уже збережено"},
		},
		{
			"ingest.failed",
			[2]string{"%d file could not be read", "%d files could not be read"},
			[3]string{"%d файл не прочитано", "%d файли не прочитано", "%d файлів не прочитано"},
		},
		{
			"ingest.needs_ocr",
			[2]string{"%d file needs OCR", "%d files need OCR"},
			[3]string{"%d файл потребує розпізнавання", "%d файли потребують розпізнавання", "%d файлів потребують розпізнавання"},
		},
		{
			"ingest.known_failed",
			[2]string{"%d file failed before; --retry failed tries again", "%d files failed before; --retry failed tries again"},
			[3]string{
				"%d файл не прочитано раніше; --retry failed спробує ще раз",
				"%d файли не прочитано раніше; --retry failed спробує ще раз",
				"%d файлів не прочитано раніше; --retry failed спробує ще раз",
			},
		},
		{
			"ingest.left",
			[2]string{"%d archive or link left alone", "%d archives and links left alone"},
			[3]string{"%d архів або посилання пропущено", "%d архіви та посилання пропущено", "%d архівів і посилань пропущено"},
		},
		{
			"ingest.superseded",
			[2]string{
				"%d document is an earlier version of a file now: it is kept, and counted no more",
				"%d documents are earlier versions of files now: they are kept, and counted no more",
			},
			[3]string{
				"%d документ став попередньою версією файла: його збережено, але вже не враховано",
				"%d документи стали попередніми версіями файлів: їх збережено, але вже не враховано",
				"%d документів стали попередніми версіями файлів: їх збережено, але вже не враховано",
			},
		},
		{
			"ingest.carried",
			[2]string{
				"%d decision went over to a later version of its document",
				"%d decisions went over to later versions of their documents",
			},
			[3]string{
				"%d рішення перейшло до пізнішої версії документа",
				"%d рішення перейшли до пізніших версій документів",
				"%d рішень перейшли до пізніших версій документів",
			},
		},
		{
			"ingest.orphaned",
			[2]string{"%d decision has lost its text; zvit check lists it", "%d decisions have lost their texts; zvit check lists them"},
			[3]string{
				"%d рішення втратило свій текст; zvit check його покаже",
				"%d рішення втратили свій текст; zvit check їх покаже",
				"%d рішень втратили свій текст; zvit check їх покаже",
			},
		},
		{
			"ingest.some_failed",
			[2]string{"%d file could not be read; the others are stored", "%d files could not be read; the others are stored"},
			[3]string{
				"%d файл не прочитано; інші збережено",
				"%d файли не прочитано; інші збережено",
				"%d файлів не прочитано; інші збережено",
			},
		},
		{"count.reports", [2]string{"%d report", "%d reports"}, [3]string{"%d звіт", "%d звіти", "%d звітів"}},
		{"count.measures", [2]string{"%d measure", "%d measures"}, [3]string{"%d захід", "%d заходи", "%d заходів"}},
		{"count.indicators", [2]string{"%d indicator", "%d indicators"}, [3]string{"%d показник", "%d показники", "%d показників"}},
		{"count.amounts", [2]string{"%d amount", "%d amounts"}, [3]string{"%d сума", "%d суми", "%d сум"}},
		{
			"count.rescaled",
			[2]string{"%d amount in another unit than printed", "%d amounts in another unit than printed"},
			[3]string{
				"%d сума в іншій одиниці, ніж надруковано",
				"%d суми в іншій одиниці, ніж надруковано",
				"%d сум в іншій одиниці, ніж надруковано",
			},
		},
		{
			"count.doubtful",
			[2]string{"%d doubtful amount", "%d doubtful amounts"},
			[3]string{"%d сумнівна сума", "%d сумнівні суми", "%d сумнівних сум"},
		},
		{"count.findings", [2]string{"%d finding", "%d findings"}, [3]string{"%d зауваження", "%d зауваження", "%d зауважень"}},
		{"count.documents", [2]string{"%d document", "%d documents"}, [3]string{"%d документ", "%d документи", "%d документів"}},
	},
}

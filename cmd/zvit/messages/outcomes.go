package messages

// outcomes is what becomes of documents: why one could not be read with what to
// do next, and the summary of a run. %[1]s is a detail such as a package to
// install.
func outcomes() []entry {
	return []entry{
		text("category.unopenable", "the file cannot be opened: check that it exists, is a file and may be read", "файл неможливо відкрити: перевірте, чи він існує, чи це файл і чи є право його читати"),
		text("category.empty", "the file is empty: fetch it again from its source", "файл порожній: отримайте його з джерела ще раз"),
		text("category.not_text", "not a document of a known kind: convert it to PDF, DOCX, HTML or text", "це не документ відомого виду: перетворіть його на PDF, DOCX, HTML або текст"),
		text("category.wrong_extension", "the name promises another format than the file has: rename it after its content (%[1]s)", "назва файла обіцяє інший формат, ніж у ньому є: перейменуйте його за вмістом (%[1]s)"),
		text("category.damaged", "the file is damaged: fetch it again, or open and save it in the program that made it", "файл пошкоджено: отримайте його ще раз або відкрийте і збережіть у програмі, яка його створила"),
		text("category.encrypted", "the file needs a password: give --password, or save a copy without one", "файл захищено паролем: вкажіть --password або збережіть копію без пароля"),
		text("category.wrong_password", "the password that was given does not open the file: give another --password", "файл не відкривається цим паролем: вкажіть інший у --password"),
		text("category.no_such_page", "the document has %[1]s pages: ask for some of them", "у документі сторінок: %[1]s; вкажіть номери з-поміж них"),
		text("category.too_large", "the file is too large (%[1]s): split it, or raise --max-bytes", "файл завеликий (%[1]s): поділіть його або збільште --max-bytes"),
		text("category.truncated", "a limit cut the document short: what is stored is sound, the rest is missing (%[1]s)", "документ обрізано обмеженням: збережене правильне, решти немає (%[1]s)"),
		text("category.timed_out", "reading took too long: raise --timeout and use --retry failed", "читання тривало задовго: збільште --timeout і повторіть з --retry failed"),
		text("category.out_of_memory", "reading needed too much memory: raise --memory and use --retry failed, or split the file", "для читання забракло пам'яті: збільште --memory і повторіть з --retry failed або поділіть файл"),
		text("category.panicked", "a defect of the program (%[1]s): please report it with the file", "помилка програми (%[1]s): повідомте про неї разом із файлом"),
		text("category.missing_program", "a program is missing: install %[1]s and use --retry failed", "бракує програми: встановіть %[1]s і повторіть з --retry failed"),
		text("category.no_ocr", "the pages are pictures of text: install %[1]s and use --retry failed", "сторінки є зображеннями тексту: встановіть %[1]s і повторіть з --retry failed"),
		text("category.cancelled", "interrupted while reading: run the command again", "читання перервано: повторіть команду"),
		text("category.internal", "a defect of the program, the document could not be read or stored (%[1]s): please report it with the file", "помилка програми, документ не вдалося прочитати чи зберегти (%[1]s): повідомте про неї разом із файлом"),

		count("ingest.read", "%d file read", "%d files read", "%d файл прочитано", "%d файли прочитано", "%d файлів прочитано"),
		count("ingest.partial", "%d file read in part", "%d files read in part", "%d файл прочитано частково", "%d файли прочитано частково", "%d файлів прочитано частково"),
		count("ingest.known", "%d file already stored", "%d files already stored", "%d файл уже збережено", "%d файли вже збережено", "%d файлів уже збережено"),
		count("ingest.failed", "%d file could not be read", "%d files could not be read", "%d файл не прочитано", "%d файли не прочитано", "%d файлів не прочитано"),
		count("ingest.needs_ocr", "%d file needs OCR", "%d files need OCR", "%d файл потребує розпізнавання", "%d файли потребують розпізнавання", "%d файлів потребують розпізнавання"),
		count("ingest.known_failed", "%d file failed before; --retry failed tries again", "%d files failed before; --retry failed tries again", "%d файл не прочитано раніше; --retry failed спробує ще раз", "%d файли не прочитано раніше; --retry failed спробує ще раз", "%d файлів не прочитано раніше; --retry failed спробує ще раз"),
		count("ingest.left", "%d archive or link left alone", "%d archives and links left alone", "%d архів або посилання пропущено", "%d архіви та посилання пропущено", "%d архівів і посилань пропущено"),
		text("ingest.failed_before", "failed before: %s", "не прочитано раніше: %s"),
		text("ingest.nothing", "there is nothing to read at these paths", "за цими шляхами немає чого читати"),
		text("ingest.all_failed", "no file could be read", "жодного файла не прочитано"),
		text("ingest.same_bytes", "%s are %s: files with equal bytes are one document", "%s — це %s: файли з однаковими байтами є одним документом"),
		count("ingest.superseded", "%d document is an earlier version of a file now: it is kept, and counted no more", "%d documents are earlier versions of files now: they are kept, and counted no more", "%d документ став попередньою версією файла: його збережено, але вже не враховано", "%d документи стали попередніми версіями файлів: їх збережено, але вже не враховано", "%d документів стали попередніми версіями файлів: їх збережено, але вже не враховано"),
		count("ingest.carried", "%d decision went over to a later version of its document", "%d decisions went over to later versions of their documents", "%d рішення перейшло до пізнішої версії документа", "%d рішення перейшли до пізніших версій документів", "%d рішень перейшли до пізніших версій документів"),
		count("ingest.orphaned", "%d decision has lost its text; zvit check lists it", "%d decisions have lost their texts; zvit check lists them", "%d рішення втратило свій текст; zvit check його покаже", "%d рішення втратили свій текст; zvit check їх покаже", "%d рішень втратили свій текст; zvit check їх покаже"),
		count("ingest.some_failed", "%d file could not be read; the others are stored", "%d files could not be read; the others are stored", "%d файл не прочитано; інші збережено", "%d файли не прочитано; інші збережено", "%d файлів не прочитано; інші збережено"),
		text("ingest.progress", "so far %s, %d MiB", "поки що %s, %d МіБ"),
		text("ingest.contents", "%s: %s, %s, %s", "%s: %s, %s, %s"),
		text("ingest.units", "%s, %s; %s", "%s, %s; %s"),
		text("ingest.report", "%s, %s; planned %s UAH, actual %s UAH", "%s, %s; заплановано %s грн, фактично %s грн"),
		text("ingest.next", "Next: zvit check%[1]s   lists findings and doubtful amounts\n      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\"", "Далі: zvit check%[1]s   перелічує зауваження й сумнівні суми\n      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\""),

		count("count.reports", "%d report", "%d reports", "%d звіт", "%d звіти", "%d звітів"),
		count("count.measures", "%d measure", "%d measures", "%d захід", "%d заходи", "%d заходів"),
		count("count.indicators", "%d indicator", "%d indicators", "%d показник", "%d показники", "%d показників"),
		count("count.amounts", "%d amount", "%d amounts", "%d сума", "%d суми", "%d сум"),
		count("count.rescaled", "%d amount in another unit than printed", "%d amounts in another unit than printed", "%d сума в іншій одиниці, ніж надруковано", "%d суми в іншій одиниці, ніж надруковано", "%d сум в іншій одиниці, ніж надруковано"),
		count("count.doubtful", "%d doubtful amount", "%d doubtful amounts", "%d сумнівна сума", "%d сумнівні суми", "%d сумнівних сум"),
		count("count.findings", "%d finding", "%d findings", "%d зауваження", "%d зауваження", "%d зауважень"),
		count("count.documents", "%d document", "%d documents", "%d документ", "%d документи", "%d документів"),
	}
}

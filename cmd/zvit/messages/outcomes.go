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
		text("category.too_large", "the file is too large (%[1]s): split it, or raise --max-bytes", "файл завеликий (%[1]s): поділіть його або збільште --max-bytes"),
		text("category.truncated", "a limit cut the document short: what is stored is sound, the rest is missing (%[1]s)", "документ обрізано обмеженням: збережене правильне, решти немає (%[1]s)"),
		text("category.timed_out", "reading took too long: raise --timeout and use --retry failed", "читання тривало задовго: збільште --timeout і повторіть з --retry failed"),
		text("category.out_of_memory", "reading needed too much memory: raise --memory and use --retry failed, or split the file", "для читання забракло пам'яті: збільште --memory і повторіть з --retry failed або поділіть файл"),
		text("category.panicked", "a defect of the program (%[1]s): please report it with the file", "помилка програми (%[1]s): повідомте про неї разом із файлом"),
		text("category.missing_program", "a program is missing: install %[1]s and use --retry failed", "бракує програми: встановіть %[1]s і повторіть з --retry failed"),
		text("category.no_ocr", "the pages are pictures of text: install %[1]s and use --retry failed", "сторінки є зображеннями тексту: встановіть %[1]s і повторіть з --retry failed"),
		text("category.cancelled", "interrupted while reading: run the command again", "читання перервано: повторіть команду"),
		text("category.internal", "the document could not be read (%[1]s): please report it with the file", "документ не вдалося прочитати (%[1]s): повідомте про це разом із файлом"),

		count("ingest.read", "%d document read", "%d documents read", "%d документ прочитано", "%d документи прочитано", "%d документів прочитано"),
		count("ingest.partial", "%d document read in part", "%d documents read in part", "%d документ прочитано частково", "%d документи прочитано частково", "%d документів прочитано частково"),
		count("ingest.known", "%d document already stored", "%d documents already stored", "%d документ уже збережено", "%d документи вже збережено", "%d документів уже збережено"),
		count("ingest.failed", "%d document could not be read", "%d documents could not be read", "%d документ не прочитано", "%d документи не прочитано", "%d документів не прочитано"),
		count("ingest.needs_ocr", "%d document needs OCR", "%d documents need OCR", "%d документ потребує розпізнавання", "%d документи потребують розпізнавання", "%d документів потребують розпізнавання"),
		count("ingest.known_failed", "%d document failed before; --retry failed tries again", "%d documents failed before; --retry failed tries again", "%d документ не прочитано раніше; --retry failed спробує ще раз", "%d документи не прочитано раніше; --retry failed спробує ще раз", "%d документів не прочитано раніше; --retry failed спробує ще раз"),
		count("ingest.left", "%d archive or link left alone", "%d archives and links left alone", "%d архів або посилання пропущено", "%d архіви та посилання пропущено", "%d архівів і посилань пропущено"),
		text("ingest.failed_before", "failed before: %s", "не прочитано раніше: %s"),
		text("ingest.nothing", "there is nothing to read at these paths", "за цими шляхами немає чого читати"),
		text("ingest.all_failed", "no document could be read", "жодного документа не прочитано"),
		count("ingest.some_failed", "%d document could not be read; the others are stored", "%d documents could not be read; the others are stored", "%d документ не прочитано; інші збережено", "%d документи не прочитано; інші збережено", "%d документів не прочитано; інші збережено"),
		text("ingest.progress", "so far %s, %d MiB", "поки що %s, %d МіБ"),
		text("ingest.contents", "%s: %s, %s, %s", "%s: %s, %s, %s"),
		text("ingest.units", "units: %s, %s; %s", "одиниці: %s, %s; %s"),
		text("ingest.report", "%s, %s; planned %s UAH, actual %s UAH", "%s, %s; заплановано %s грн, фактично %s грн"),
		text("ingest.next", "Next: zvit check%[1]s   lists findings and doubtful amounts\n      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\"", "Далі: zvit check%[1]s   перелічує зауваження й сумнівні суми\n      zvit query%[1]s \"SELECT programme, planned_kopecks, actual_kopecks FROM execution\""),

		count("count.reports", "%d report", "%d reports", "%d звіт", "%d звіти", "%d звітів"),
		count("count.measures", "%d measure", "%d measures", "%d захід", "%d заходи", "%d заходів"),
		count("count.indicators", "%d indicator", "%d indicators", "%d показник", "%d показники", "%d показників"),
		count("count.amounts", "%d amount", "%d amounts", "%d сума", "%d суми", "%d сум"),
		count("count.rescaled", "%d changed", "%d changed", "%d змінено", "%d змінено", "%d змінено"),
		count("count.doubtful", "%d doubtful", "%d doubtful", "%d сумнівна", "%d сумнівні", "%d сумнівних"),
		count("count.findings", "%d finding", "%d findings", "%d зауваження", "%d зауваження", "%d зауважень"),
		count("count.documents", "%d document", "%d documents", "%d документ", "%d документи", "%d документів"),
	}
}

package messages

// Why a document could not be read, and what to do next. %[1]s is a detail such as
// a package to install.
var categoriesTable = table{
	texts: []text{
		{
			"category.unopenable",
			"the file cannot be opened: check that it exists, is a file and may be read",
			"файл неможливо відкрити: перевірте, чи він існує, чи це файл і чи є право його читати",
		},
		{
			"category.unopenable.missing",
			"the file cannot be opened: it is not there, or its link leads nowhere",
			"файл неможливо відкрити: його немає, або посилання нікуди не веде",
		},
		{"category.unopenable.folder", "this is a folder: `zvit ingest` reads folders", "це тека: теки читає `zvit ingest`"},
		{
			"category.unopenable.special",
			"this is a pipe or a device and no file: copy what it gives into a file",
			"це канал або пристрій, а не файл: скопіюйте його вміст у файл",
		},
		{
			"category.unopenable.forbidden",
			"the file may not be read by this user: change its permissions",
			"цьому користувачеві не дозволено читати файл: змініть права доступу",
		},
		{"category.empty", "the file is empty: fetch it again from its source", "файл порожній: отримайте його з джерела ще раз"},
		{
			"category.not_text",
			"not a document of a known kind: convert it to PDF, DOCX, HTML or text",
			"це не документ відомого виду: перетворіть його на PDF, DOCX, HTML або текст",
		},
		{
			"category.wrong_extension",
			"the name promises another format than the file has: rename it after its content (%[1]s)",
			"назва файла обіцяє інший формат, ніж у ньому є: перейменуйте його за вмістом (%[1]s)",
		},
		{
			"category.damaged",
			"the file is damaged: fetch it again, or open and save it in the program that made it",
			"файл пошкоджено: отримайте його ще раз або відкрийте і збережіть у програмі, яка його створила",
		},
		{
			"category.encrypted",
			"the file needs a password: give --password, or save a copy without one",
			"файл захищено паролем: вкажіть --password або збережіть копію без пароля",
		},
		{
			"category.wrong_password",
			"the password that was given does not open the file: give another --password",
			"файл не відкривається цим паролем: вкажіть інший у --password",
		},
		{
			"category.no_such_page",
			"the document has %[1]s pages: ask for some of them",
			"у документі сторінок: %[1]s; вкажіть номери з-поміж них",
		},
		{
			"category.too_large",
			"the file is too large (%[1]s): split it, or raise --max-bytes and use --retry failed",
			"файл завеликий (%[1]s): поділіть його або збільште --max-bytes і повторіть з --retry failed",
		},
		{
			"category.truncated",
			"a limit cut the document short: what is stored is sound, the rest is missing (%[1]s)",
			"документ обрізано обмеженням: збережене правильне, решти немає (%[1]s)",
		},
		{
			"category.timed_out",
			"reading took too long: raise --timeout and use --retry failed",
			"читання тривало задовго: збільште --timeout і повторіть з --retry failed",
		},
		{
			"category.out_of_memory",
			"reading needed too much memory: raise --memory and use --retry failed, or split the file",
			"для читання забракло пам'яті: збільште --memory і повторіть з --retry failed або поділіть файл",
		},
		{
			"category.panicked",
			"a defect of the program (%[1]s): please report it with the file",
			"помилка програми (%[1]s): повідомте про неї разом із файлом",
		},
		{
			"category.missing_program",
			"a program is missing: install %[1]s and use --retry failed",
			"бракує програми: встановіть %[1]s і повторіть з --retry failed",
		},
		{
			"category.no_ocr",
			"the pages are pictures of text: install %[1]s and use --retry failed",
			"сторінки є зображеннями тексту: встановіть %[1]s і повторіть з --retry failed",
		},
		{"category.cancelled", "interrupted while reading: run the command again", "читання перервано: повторіть команду"},
		{
			"category.internal",
			"a defect of the program, the document could not be read or stored (%[1]s): please report it with the file",
			"помилка програми, документ не вдалося прочитати чи зберегти (%[1]s): повідомте про неї разом із файлом",
		},
	},
}

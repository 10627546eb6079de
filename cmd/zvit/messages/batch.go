package messages

// batch is what runs over many documents and many machines say.
func batch() []entry {
	return []entry{
		text("flag.memory", "memory limit for one document, such as 512M; 0 for none", "обмеження пам'яті на один документ, наприклад 512M; 0 — без обмеження"),
		text("flag.include", "in folders, only files whose name matches `PATTERN`; may be repeated", "у теках — лише файли, назва яких відповідає `PATTERN`; можна повторювати"),
		text("flag.exclude", "in folders, no files or folders whose name matches `PATTERN`; may be repeated", "у теках — без файлів і тек, назва яких відповідає `PATTERN`; можна повторювати"),
		text("flag.dry_run", "read everything, store nothing, and say what would be stored", "прочитати все, нічого не зберігати й сказати, що було б збережено"),
		text("flag.json", "events as JSON, one a line, for programs", "події у форматі JSON, по одній на рядок, для програм"),
		text("error.pattern", "--%s %s: not a pattern such as *.pdf", "--%s %s: це не шаблон на зразок *.pdf"),
		text("error.size", "--%s %s: a size such as 512M or 2G is needed", "--%s %s: потрібен розмір на зразок 512M або 2G"),
		text("ingest.dry", "Dry run: nothing was stored. The database would get:", "Пробний запуск: нічого не збережено. До бази потрапило б:"),
		text("ingest.progress_of", "so far %s of %d, %d MiB", "поки що %s з %d, %d МіБ"),
		count("count.pages", "%d page", "%d pages", "%d сторінка", "%d сторінки", "%d сторінок"),
	}
}

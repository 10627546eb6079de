package messages

// `zvit plan` and `zvit plan status`.
var planTable = table{
	texts: []text{
		{"plan.usage", "divide a batch among many machines", "поділити пакет між багатьма машинами"},
		{
			"plan.description",
			"Lists the documents at the paths and divides them into shards of like work, for\n" +
				"`zvit work` on many machines. The same files give the same plan. A plan names the\n" +
				"paths as they are given here: give relative ones and use `zvit work --root` where\n" +
				"the machines keep the files in different places. `zvit plan status` says which\n" +
				"shards are done.",
			"Перелічує документи за шляхами й ділить їх на частини з подібним обсягом роботи\n" +
				"для `zvit work` на багатьох машинах. Ті самі файли дають той самий план. План\n" +
				"називає шляхи так, як їх подано тут: подайте відносні й використайте `zvit work\n" +
				"--root`, якщо на машинах файли лежать у різних місцях. `zvit plan status` каже, які\n" +
				"частини готові.",
		},
		{"plan_status.usage", "say which shards are done", "сказати, які частини готові"},
		{
			"plan_status.description",
			"Compares the shards in the folder with the plan; ends with 3 while some are\n" +
				"missing. --missing prints their numbers alone, as a scheduler takes them.",
			"Порівнює частини в теці з планом; завершується кодом 3, поки деяких бракує.\n" +
				"--missing друкує лише їхні номери так, як їх приймає планувальник.",
		},
		{"flag.plan_out", "the `FOLDER` for the plan", "`ТЕКА` для плану"},
		{"flag.shards", "into `N` shards", "на `N` частин"},
		{"flag.per_shard", "into shards of some `N` documents", "на частини приблизно по `N` документів"},
		{"flag.hash_jobs", "files hashed at the same time", "скільки файлів перевіряти одночасно"},
		{"flag.plan", "the `FOLDER` with the plan", "`ТЕКА` з планом"},
		{"flag.missing", "print the numbers of the missing shards, and nothing else", "надрукувати лише номери частин, яких бракує"},
		{"default.shards", "by --per-shard", "за --per-shard"},
		{"plan.done", "%s: %s, %s, %s", "%s: %s, %s, %s"},
		{"plan.balance", "the least shard has %d%% of the work of the greatest", "найменша частина має %d%% роботи найбільшої"},
		{"plan_status.done", "%d of %d shards are done: %s, %d could not be read", "готово частин: %d з %d; %s, не прочитано: %d"},
		{"plan_status.missing", "to be done: %s", "залишилося: %s"},
		{"error.no_plan", "there is no plan in %s", "у %s немає плану"},
		{"error.other_plan", "%s holds a plan of other documents; it was not touched", "у %s план інших документів; його не змінено"},
		{"error.bad_plan", "the plan in %s was changed or is no plan", "план у %s змінено, або це не план"},
		{"error.one_folder", "one folder with shards is needed", "потрібна одна тека з частинами"},
		{
			"hint.other_plan",
			"Name another folder with --out, or remove that one where its shards are merged.",
			"Назвіть іншу теку через --out або вилучіть цю, якщо її частини вже об'єднано.",
		},
		{"hint.plan", "`zvit plan --out FOLDER PATH` makes one.", "Його створює `zvit plan --out FOLDER PATH`."},
	},
	counts: []count{
		{"count.shards", [2]string{"%d shard", "%d shards"}, [3]string{"%d частина", "%d частини", "%d частин"}},
	},
}

// `zvit work`.
var workTable = table{
	texts: []text{
		{"work.usage", "read one shard of a plan", "прочитати одну частину плану"},
		{
			"work.description",
			"Reads the documents of one shard into a database of its own and puts it into the\n" +
				"folder with a manifest, whole or not at all. Safe to repeat: a shard that is done\n" +
				"is left alone, one that was broken off on this machine goes on. The number of the\n" +
				"shard comes from --shard, or from JOB_COMPLETION_INDEX (Kubernetes) or\n" +
				"SLURM_ARRAY_TASK_ID (Slurm).",
			"Читає документи однієї частини до окремої бази й кладе її в теку з описом — цілою\n" +
				"або ніяк. Команду можна повторювати: готова частина лишається як є, перервана на\n" +
				"цій машині продовжується. Номер частини береться з --shard або з\n" +
				"JOB_COMPLETION_INDEX (Kubernetes) чи SLURM_ARRAY_TASK_ID (Slurm).",
		},
		{"flag.shard", "the `NUMBER` of the shard, from 0", "`НОМЕР` частини, від 0"},
		{"flag.shards_out", "the `FOLDER` for finished shards", "`ТЕКА` для готових частин"},
		{"flag.root", "the `FOLDER` that the plan's relative paths start from", "`ТЕКА`, від якої починаються відносні шляхи плану"},
		{"flag.temp", "a `FOLDER` on this machine's own disk to work in", "робоча `ТЕКА` на власному диску машини"},
		{
			"flag.partial_ok",
			"end with 0 also where some or all documents could not be read",
			"завершитися кодом 0 і тоді, коли частину або всі документи не прочитано",
		},
		{"default.temp", "the system's", "системна"},
		{
			"work.interrupted",
			"interrupted: the shard is not done; the same command does it, and goes on where this one stopped on this machine",
			"перервано: частина не готова; та сама команда її завершить, а на цій машині продовжить із того самого місця",
		},
		{"work.known", "%s is done already", "%s уже готова"},
		{"error.shard", "--shard %d: the plan has %d shards, numbered from 0", "--shard %d: у плані %d частин, від 0"},
		{"error.no_shard", "which shard?", "яка частина?"},
	},
}

// `zvit merge`, and why a shard is refused.
var mergeTable = table{
	texts: []text{
		{"merge.usage", "put the shards of a batch into one database", "зібрати частини пакета в одну базу"},
		{
			"merge.description",
			"Copies shards into the database, in any order and any number of times: the result\n" +
				"is what one ingest of all documents gives. Each shard is verified first; one of\n" +
				"another version or plan, cut short or edited is refused by its name, and the others\n" +
				"go in. With --plan the command ends with 3 while shards are missing.",
			"Копіює частини до бази в будь-якому порядку й будь-яку кількість разів: виходить\n" +
				"те саме, що від одного читання всіх документів. Кожну частину спершу перевіряють;\n" +
				"частину іншої версії чи плану, обрізану або змінену відхилено за назвою, решта\n" +
				"потрапляє до бази. З --plan команда завершується кодом 3, поки частин бракує.",
		},
		{
			"flag.merge_plan",
			"the `FOLDER` with the plan: check that each shard is its own, and that none is missing",
			"`ТЕКА` з планом: перевірити, що кожна частина з нього і що жодної не бракує",
		},
		{
			"flag.mixed",
			"allow shards that different versions of the readers have made",
			"дозволити частини, створені різними версіями читачів",
		},
		{"merge.done", "%s: %s written, %d there already, %d rows", "%s: записано %s, уже було %d, рядків %d"},
		{"merge.nothing", "there are no shards at these paths", "за цими шляхами немає частин"},
		{"merge.refused", "shards refused: %d", "відхилено частин: %d"},
		{"merge.missing", "shards that are still missing: %s", "яких частин ще бракує: %s"},
		{"shard.missing", "refused: it is not there, or its work did not end", "відхилено: її немає або роботу над нею не завершено"},
		{"shard.foreign", "refused: it belongs to another plan", "відхилено: вона належить до іншого плану"},
		{"shard.unreadable", "refused: it is not a zvit database, or cannot be read", "відхилено: це не база zvit, або її неможливо прочитати"},
		{
			"shard.open",
			"refused: a journal lies beside it: it is open elsewhere, or was not closed",
			"відхилено: поруч лежить журнал: її відкрито в іншій програмі або не закрито",
		},
		{"shard.unsealed", "refused: its work did not end", "відхилено: роботу над нею не завершено"},
		{"shard.schema", "refused: it was made by another version of zvit", "відхилено: її створено іншою версією zvit"},
		{
			"shard.mixed",
			"refused: its documents were read by another version of a reader; --mixed allows that",
			"відхилено: її документи прочитано іншою версією читача; --mixed це дозволяє",
		},
		{
			"hint.refused_shards",
			"Do them again with `zvit work`, then merge again: what is in the database stays as it is.",
			"Виконайте їх ще раз через `zvit work` і повторіть об'єднання: що є в базі, лишиться, як є.",
		},
		{
			"hint.missing_shards",
			"`zvit work --shard NUMBER` does one; merge again when they are there.",
			"Частину виконує `zvit work --shard НОМЕР`; повторіть об'єднання, коли вони будуть.",
		},
		{"shard.changed", "refused: it was cut short or edited", "відхилено: її обрізано або змінено"},
		{"error.no_shards", "which shards?", "які частини?"},
	},
}

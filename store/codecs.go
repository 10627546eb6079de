package store

import "zvit/extract/record"

// The tables of records; see migrations/0002_records.sql.

var reportCodec = codec[record.Report]{
	table: "report",
	columns: "report_id, ordinal, kind, title, programme, programme_key, authority, issuer, addressee, " +
		"responsible, territory, letter_number, letter_date, period_from, period_to, signer, signer_position",
	place: true,
	put: func(w *rowWriter, r *record.Report) {
		w.must(r.ID)
		w.num(r.Ordinal)
		w.must(string(r.Kind))
		for _, s := range []string{
			r.Title, r.Programme, r.ProgrammeKey, r.Authority, r.Issuer, r.Addressee, r.Responsible,
			r.Territory, r.LetterNumber, r.LetterDate, r.PeriodFrom, r.PeriodTo, r.Signer, r.SignerPosition,
		} {
			w.text(s)
		}
		w.place(r.Place)
	},
	get: func(c *rowReader, r *record.Report) {
		r.ID, r.Ordinal, r.Kind = c.text(), c.num(), record.ReportKind(c.text())
		for _, s := range []*string{
			&r.Title, &r.Programme, &r.ProgrammeKey, &r.Authority, &r.Issuer, &r.Addressee, &r.Responsible,
			&r.Territory, &r.LetterNumber, &r.LetterDate, &r.PeriodFrom, &r.PeriodTo, &r.Signer, &r.SignerPosition,
		} {
			*s = c.text()
		}
		r.Place = c.place()
	},
}

var decisionCodec = codec[record.Decision]{
	table: "decision", columns: "role, number, decided_on, printed", place: true,
	put: func(w *rowWriter, d *record.Decision) {
		w.must(string(d.Role))
		w.text(d.Number)
		w.text(d.DecidedOn)
		w.text(d.Printed)
		w.place(d.Place)
	},
	get: func(c *rowReader, d *record.Decision) {
		*d = record.Decision{
			Role: record.DecisionRole(c.text()), Number: c.text(), DecidedOn: c.text(), Printed: c.text(), Place: c.place(),
		}
	},
}

var codeCodec = codec[record.Code]{
	table: "code", columns: "subject, subject_id, kind, code, valid", place: true,
	put: func(w *rowWriter, x *record.Code) {
		w.must(string(x.Subject))
		w.text(x.SubjectID)
		w.must(string(x.Kind))
		w.must(x.Code)
		w.flag(x.Valid)
		w.place(x.Place)
	},
	get: func(c *rowReader, x *record.Code) {
		*x = record.Code{
			Subject: record.Subject(c.text()), SubjectID: c.text(), Kind: record.CodeKind(c.text()), Code: c.text(),
			Valid: c.flag(), Place: c.place(),
		}
	},
}

var reportTableCodec = codec[record.Table]{
	table: "report_table", columns: "table_id, number, ordinal, form, caption",
	put: func(w *rowWriter, t *record.Table) {
		w.must(t.ID)
		w.num(t.Number)
		w.num(t.Ordinal)
		w.text(t.Form)
		w.text(t.Caption)
	},
	get: func(c *rowReader, t *record.Table) {
		*t = record.Table{ID: c.text(), Number: c.num(), Ordinal: c.num(), Form: c.text(), Caption: c.text()}
	},
}

var measureCodec = codec[record.Measure]{
	table: "measure",
	columns: "measure_id, table_id, row, ordinal, number, number_printed, task, measure, term, executor, information, " +
		"planned_kopecks, planned_basis, actual_kopecks, actual_basis",
	place: true,
	put: func(w *rowWriter, m *record.Measure) {
		w.must(m.ID)
		w.text(m.TableID)
		w.num(m.Row)
		w.num(m.Ordinal)
		w.text(m.Number)
		w.text(m.NumberPrinted)
		w.text(m.Task)
		w.text(m.Measure)
		w.text(m.Term)
		w.text(m.Executor)
		w.text(m.Information)
		w.money(m.Planned)
		w.text(string(m.PlannedBasis))
		w.money(m.Actual)
		w.text(string(m.ActualBasis))
		w.place(m.Place)
	},
	get: func(c *rowReader, m *record.Measure) {
		*m = record.Measure{
			ID: c.text(), TableID: c.text(), Row: c.num(), Ordinal: c.num(), Number: c.text(), NumberPrinted: c.text(),
			Task: c.text(), Measure: c.text(), Term: c.text(), Executor: c.text(), Information: c.text(),
			Planned: c.money(), PlannedBasis: record.Basis(c.text()),
			Actual: c.money(), ActualBasis: record.Basis(c.text()), Place: c.place(),
		}
	},
}

var indicatorCodec = codec[record.Indicator]{
	table: "indicator",
	columns: "indicator_id, table_id, row, ordinal, section, number, number_printed, name, unit, planned_printed, " +
		"planned_value, actual_printed, actual_value, actual_note, reason, remedy",
	place: true,
	put: func(w *rowWriter, x *record.Indicator) {
		w.must(x.ID)
		w.text(x.TableID)
		w.num(x.Row)
		w.num(x.Ordinal)
		w.text(string(x.Section))
		for _, s := range []string{
			x.Number, x.NumberPrinted, x.Name, x.Unit, x.PlannedPrinted, x.PlannedValue, x.ActualPrinted,
			x.ActualValue, x.ActualNote, x.Reason, x.Remedy,
		} {
			w.text(s)
		}
		w.place(x.Place)
	},
	get: func(c *rowReader, x *record.Indicator) {
		x.ID, x.TableID, x.Row, x.Ordinal, x.Section = c.text(), c.text(), c.num(), c.num(), record.Section(c.text())
		for _, s := range []*string{
			&x.Number, &x.NumberPrinted, &x.Name, &x.Unit, &x.PlannedPrinted, &x.PlannedValue, &x.ActualPrinted,
			&x.ActualValue, &x.ActualNote, &x.Reason, &x.Remedy,
		} {
			*s = c.text()
		}
		x.Place = c.place()
	},
}

var lineCodec = codec[record.Line]{
	table: "line", columns: "line_id, table_id, row, ordinal, level, code, name, is_total, part_of", place: true,
	put: func(w *rowWriter, l *record.Line) {
		w.must(l.ID)
		w.text(l.TableID)
		w.num(l.Row)
		w.num(l.Ordinal)
		w.num(l.Level)
		w.text(l.Code)
		w.text(l.Name)
		w.flag(l.IsTotal)
		w.text(l.PartOf)
		w.place(l.Place)
	},
	get: func(c *rowReader, l *record.Line) {
		*l = record.Line{
			ID: c.text(), TableID: c.text(), Row: c.num(), Ordinal: c.num(), Level: c.num(), Code: c.text(),
			Name: c.text(), IsTotal: c.flag(), PartOf: c.text(), Place: c.place(),
		}
	},
}

var mentionCodec = codec[record.UnitMention]{
	table: "mention", columns: "unit, source, text", place: true,
	put: func(w *rowWriter, m *record.UnitMention) {
		w.must(string(m.Unit))
		w.must(string(m.Source))
		w.text(m.Text)
		w.place(m.Place)
	},
	get: func(c *rowReader, m *record.UnitMention) {
		*m = record.UnitMention{
			Unit: record.Unit(c.text()), Source: record.MentionSource(c.text()), Text: c.text(), Place: c.place(),
		}
	},
}

var ratioCodec = codec[record.Ratio]{
	table: "ratio", columns: "subject_id, table_id, row, col, year, fund, header_path, printed", place: true,
	put: func(w *rowWriter, r *record.Ratio) {
		w.text(r.SubjectID)
		w.text(r.TableID)
		w.slot(r.Row)
		w.slot(r.Col)
		w.pos(r.Year)
		w.text(string(r.Fund))
		w.sentence(record.Sentence{EN: r.HeaderPath})
		w.text(r.Printed)
		w.place(r.Place)
	},
	get: func(c *rowReader, r *record.Ratio) {
		*r = record.Ratio{
			SubjectID: c.text(), TableID: c.text(), Row: c.slot(), Col: c.slot(), Year: c.num(),
			Fund: record.Fund(c.text()), HeaderPath: c.sentence().EN, Printed: c.text(), Place: c.place(),
		}
	},
}

var findingCodec = codec[record.Finding]{
	table: "finding",
	columns: "finding_id, report_id, code, severity, confidence, subject, subject_id, args, expected_kopecks, " +
		"found_kopecks, difference_kopecks, message, message_uk",
	place: true,
	put: func(w *rowWriter, f *record.Finding) {
		w.must(f.ID)
		w.text(f.ReportID)
		w.must(string(f.Code))
		w.must(string(f.Severity))
		w.float(f.Confidence)
		w.text(string(f.Subject))
		w.text(f.SubjectID)
		w.named(f.Args)
		w.money(f.Expected)
		w.money(f.Found)
		w.money(f.Difference)
		w.text(f.Message.EN)
		w.text(f.Message.UK)
		w.place(f.Place)
	},
	get: func(c *rowReader, f *record.Finding) {
		*f = record.Finding{
			ID: c.text(), ReportID: c.text(), Code: record.FindingCode(c.text()), Severity: record.Severity(c.text()),
			Confidence: c.float(), Subject: record.Subject(c.text()), SubjectID: c.text(), Args: c.named(),
			Expected: c.money(), Found: c.money(), Difference: c.money(),
			Message: record.Sentence{EN: c.text(), UK: c.text()}, Place: c.place(),
		}
	},
}

var amountCodec = codec[record.Amount]{
	table: "amount",
	columns: "amount_id, subject, subject_id, role, year, period, fund, source, label, header_path, printed, exact, words, " +
		"mentions, table_id, row, col, is_total, level, " +
		"printed_unit, printed_kopecks, settled_unit, kopecks, change, doubtful, confidence, alternative_kopecks, " +
		"in_total, same_as, part_of, reason, clues",
	place: true,
	put: func(w *rowWriter, m *record.Amount) {
		w.must(m.ID)
		w.must(string(m.Subject))
		w.text(m.SubjectID)
		w.must(string(m.Role))
		w.pos(m.Year)
		w.text(m.Period)
		w.text(string(m.Fund))
		w.text(string(m.Source))
		w.text(m.Label)
		w.sentence(record.Sentence{EN: m.HeaderPath})
		w.text(m.Printed)
		w.text(m.Exact)
		w.text(m.Words)
		w.ints(m.Mentions)
		w.text(m.TableID)
		w.slot(m.Row)
		w.slot(m.Col)
		w.flag(m.IsTotal)
		w.num(m.Level)

		w.text(string(m.PrintedUnit))
		w.money(m.PrintedKopecks)
		w.text(string(m.Settled))
		w.money(m.Kopecks)
		w.text(string(m.Change))
		w.flag(m.Doubtful)
		w.float(m.Confidence)
		w.money(m.Alternative)
		w.text(string(m.InTotal))
		w.text(m.SameAs)
		w.text(m.PartOf)
		w.sentence(m.Reason)
		w.evidence(m.Evidence)
		w.place(m.Place)
	},
	get: func(c *rowReader, m *record.Amount) {
		*m = record.Amount{
			ID: c.text(), Subject: record.Subject(c.text()), SubjectID: c.text(), Role: record.Role(c.text()),
			Year: c.num(), Period: c.text(), Fund: record.Fund(c.text()), Source: record.MoneySource(c.text()),
			Label: c.text(), HeaderPath: c.sentence().EN, Printed: c.text(), Exact: c.text(), Words: c.text(), Mentions: c.ints(),
			TableID: c.text(), Row: c.slot(), Col: c.slot(), IsTotal: c.flag(), Level: c.num(),
			PrintedUnit: record.Unit(c.text()), PrintedKopecks: c.money(), Settled: record.Unit(c.text()),
			Kopecks: c.money(), Change: record.Change(c.text()), Doubtful: c.flag(), Confidence: c.float(),
			Alternative: c.money(), InTotal: record.InTotal(c.text()), SameAs: c.text(), PartOf: c.text(),
			Reason: c.sentence(), Evidence: c.evidence(), Place: c.place(),
		}
	},
}

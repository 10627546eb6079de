-- The analysts' contract: names and columns may only grow. LEFT JOINs on keys
-- cost nothing where their columns are not asked for.

CREATE VIEW documents AS SELECT
    d.document_id, d.document_id AS sha256, d.format, d.encoding, d.bytes, d.pages,
    d.status, d.category, d.message, d.message_uk, d.reader_version, d.duplicate_of,
    (SELECT min(s.path) FROM source s WHERE s.doc = d.doc) AS path
FROM document d;

CREATE VIEW sources AS SELECT d.document_id, s.path, s.ingested_at
FROM source s LEFT JOIN document d ON d.doc = s.doc;

CREATE VIEW reports AS SELECT
    r.report_id, d.document_id, r.ordinal, r.kind, r.title, r.programme, r.programme_key,
    r.authority, r.issuer, r.addressee, r.responsible, r.territory, r.letter_number,
    r.letter_date, r.period_from, r.period_to, r.signer, r.signer_position
FROM report r LEFT JOIN document d ON d.doc = r.doc;

CREATE VIEW decisions AS SELECT r.report_id, x.role, x.number, x.decided_on, x.printed
FROM decision x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

CREATE VIEW codes AS SELECT r.report_id, x.subject, x.subject_id, x.kind, x.code, x.valid
FROM code x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

CREATE VIEW measures AS SELECT
    x.measure_id, r.report_id, x.table_id, x.ordinal, x.number, x.number_printed, x.task,
    x.measure, x.term, x.executor, x.information, x.planned_kopecks, x.planned_basis,
    x.actual_kopecks, x.actual_basis
FROM measure x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

CREATE VIEW indicators AS SELECT
    x.indicator_id, r.report_id, x.table_id, x.ordinal, x.section, x.number, x.number_printed,
    x.name, x.unit, x.planned_printed, x.planned_value, x.actual_printed, x.actual_value,
    x.actual_note, x.reason, x.remedy
FROM indicator x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

CREATE VIEW lines AS SELECT
    x.line_id, r.report_id, x.table_id, x.ordinal, x.level, x.code, x.name, x.is_total
FROM line x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

CREATE VIEW amounts AS SELECT
    a.amount_id, r.report_id, a.subject, a.subject_id, a.role, a.year, a.period, a.fund,
    a.source, a.label, h.text AS header_path, a.printed, a.printed_unit, a.printed_kopecks,
    a.settled_unit, a.kopecks, a.change, a.doubtful, a.confidence, w.text AS reason,
    w.text_uk AS reason_uk, a.alternative_kopecks, a.in_total, a.same_as, a.part_of,
    a.table_id, a.row, a.col, a.page, a.place
FROM amount a
    LEFT JOIN report r ON r.doc = a.doc AND r.report = a.report
    LEFT JOIN phrase h ON h.doc = a.doc AND h.phrase = a.header_path
    LEFT JOIN phrase w ON w.doc = a.doc AND w.phrase = a.reason;

CREATE VIEW evidence AS SELECT a.amount_id, c.kind, c.weight, c.text, c.text_uk
FROM amount a, json_each(a.clues) e, clue c
WHERE c.doc = a.doc AND c.clue = e.value;

CREATE VIEW findings AS SELECT
    f.finding_id, d.document_id, f.report_id, f.code,
    f.severity, f.confidence, f.subject, f.subject_id, f.message, f.message_uk,
    f.expected_kopecks, f.found_kopecks, f.difference_kopecks, f.page, f.place
FROM finding f
    LEFT JOIN document d ON d.doc = f.doc;

CREATE VIEW tables AS SELECT
    t.table_id, d.document_id, r.report_id, t.tbl AS ordinal, t.form,
    coalesce(t.title, t.caption) AS caption,
    t.page_from, t.page_to, t.row_count, t.col_count
FROM whole_table t
    LEFT JOIN document d ON d.doc = t.doc
    LEFT JOIN report r ON r.doc = t.doc AND r.report = t.report;

CREATE VIEW cells AS SELECT
    t.table_id, c.row, c.col, c.row_span, c.col_span, c.text, c.page, c.place
FROM cell c LEFT JOIN whole_table t ON t.doc = c.doc AND t.tbl = c.tbl;

CREATE VIEW cell_parts AS
SELECT t.table_id, c.row, c.col, 1 AS part, c.text, c.page, c.place, c.moved
FROM whole_table t JOIN cell c ON c.doc = t.doc AND c.tbl = t.tbl WHERE c.single = 1
UNION ALL
SELECT t.table_id, p.row, p.col, p.part, p.text, p.page, p.place, p.moved
FROM whole_table t JOIN part p ON p.doc = t.doc AND p.tbl = t.tbl;

CREATE VIEW paragraphs AS SELECT
    d.document_id, p.block AS ordinal, p.page, p.kind, p.text, p.place
FROM paragraph p LEFT JOIN document d ON d.doc = p.doc;

CREATE VIEW reviews AS SELECT
    amount_id, decided_kopecks, decided_unit, note, reviewer, decided_at, state
FROM review;

CREATE VIEW execution AS SELECT
    r.programme_key, r.programme, r.authority, x.year, r.period_from, r.period_to,
    r.report_id, x.planned_kopecks, x.actual_kopecks,
    max(x.doubtful, x.contested) AS doubtful
FROM execution_row x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.chosen = 1;

-- Figures say by themselves whether they may be used, and why not.

-- 1: a total that the report prints is not the sum of its rows, or not what it
-- says in words: which of the two was meant is open, though each is certain.
ALTER TABLE execution_row ADD COLUMN differs INTEGER NOT NULL DEFAULT 0;
UPDATE execution_row SET differs = 1 WHERE EXISTS (
    SELECT 1 FROM finding f JOIN amount a ON a.amount_id = f.subject_id
    WHERE f.doc = execution_row.doc AND f.report = execution_row.report AND f.code = 'total_mismatch'
        AND a.role IN ('planned', 'annual', 'approved', 'actual'));
DROP INDEX execution_chosen;
CREATE INDEX execution_chosen ON execution_row (
    doc, report, n, year, planned_kopecks, actual_kopecks, doubtful, contested, differs
) WHERE chosen = 1;

DROP VIEW execution;
CREATE VIEW execution AS SELECT
    r.programme_key, r.programme, r.authority, x.year, r.period_from, r.period_to,
    r.report_id, x.planned_kopecks, x.actual_kopecks,
    max(x.doubtful, x.contested, x.differs) AS doubtful,
    x.doubtful AS amount_doubtful, x.differs, x.contested
FROM execution_row x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.chosen = 1;

-- A percentage is rounded half up from two whole numbers: SQLite's versions round
-- what is no whole number in two ways.
DROP VIEW execution_by_year;
CREATE VIEW execution_by_year AS SELECT
    r.programme_key, min(r.programme) AS programme, min(r.authority) AS authority, x.year,
    iif(count(x.planned_kopecks), CAST(total(x.planned_kopecks) AS INTEGER), NULL) AS planned_kopecks,
    iif(count(x.actual_kopecks), CAST(total(x.actual_kopecks) AS INTEGER), NULL) AS actual_kopecks,
    iif(count(x.actual_kopecks), round(total(x.actual_kopecks) * 10000.0 / nullif(total(x.planned_kopecks), 0)) / 100.0, NULL) AS percent,
    max(max(x.doubtful, x.contested, x.differs)) AS doubtful
FROM execution_row x JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.chosen = 1
GROUP BY coalesce(r.programme_key, r.report_id), x.year;

-- A measure is as doubtful as the amounts that its plan and its actual money are
-- made of.
DROP VIEW measures;
CREATE VIEW measures AS SELECT
    x.measure_id, r.report_id, x.table_id, x.ordinal, x.number, x.number_printed, x.task,
    x.measure, x.term, x.executor, x.information, x.planned_kopecks, x.planned_basis,
    x.actual_kopecks, x.actual_basis,
    EXISTS (
        SELECT 1 FROM amount a WHERE a.subject_id = x.measure_id AND a.doubtful = 1
            AND a.role IN ('planned', 'annual', 'approved', 'actual')
    ) AS doubtful
FROM measure x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

DROP VIEW least_executed_measures;
CREATE VIEW least_executed_measures AS SELECT
    x.measure_id, r.report_id, r.programme, r.authority, r.period_from, r.period_to, x.number,
    x.measure, x.planned_kopecks, x.actual_kopecks,
    round(coalesce(x.actual_kopecks, 0) * 10000.0 / x.planned_kopecks) / 100.0 AS percent,
    x.planned_kopecks - coalesce(x.actual_kopecks, 0) AS unspent_kopecks,
    EXISTS (
        SELECT 1 FROM amount a WHERE a.subject_id = x.measure_id AND a.doubtful = 1
            AND a.role IN ('planned', 'annual', 'approved', 'actual')
    ) AS doubtful
FROM measure x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report
    LEFT JOIN document d ON d.doc = x.doc
WHERE x.planned_kopecks > 0 AND r.kind IS NOT 'programme' -- a plan alone; it reports no execution
    AND d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY x.planned_kopecks - coalesce(x.actual_kopecks, 0) DESC;

-- Of lines the amounts of one table are added up: tables say the same money by
-- other headings.
DROP VIEW execution_amounts;
CREATE VIEW execution_amounts AS SELECT
    a.amount_id, r.report_id, r.programme_key, r.programme, r.authority, r.period_from, r.period_to,
    a.subject, a.subject_id, a.role, a.year, a.fund, a.source, a.printed, a.kopecks, a.doubtful, a.table_id
FROM amount a JOIN report r ON r.doc = a.doc AND r.report = a.report
WHERE a.same_as IS NULL AND a.part_of IS NULL AND EXISTS (
    SELECT 1 FROM execution_row x WHERE x.doc = a.doc AND x.report = a.report AND x.chosen = 1);

-- column_id is the name by which a whole column is decided; it counts from 1.
DROP VIEW amounts;
CREATE VIEW amounts AS SELECT
    a.amount_id, r.report_id, a.subject, a.subject_id, a.role, a.year, a.period, a.fund,
    a.source, a.label, h.text AS header_path, a.printed, a.printed_unit, a.printed_kopecks,
    a.settled_unit, a.kopecks, a.change, a.doubtful, a.confidence, w.text AS reason,
    w.text_uk AS reason_uk, a.alternative_kopecks, a.in_total, a.same_as, a.part_of,
    a.table_id, a.row, a.col, a.page, a.place, a.table_id || 'c' || (a.col + 1) AS column_id
FROM amount a
    LEFT JOIN report r ON r.doc = a.doc AND r.report = a.report
    LEFT JOIN phrase h ON h.doc = a.doc AND h.phrase = a.header_path
    LEFT JOIN phrase w ON w.doc = a.doc AND w.phrase = a.reason;

-- Whose money it is: a measure's amounts by source, each that is no part (a year, a
-- fund, half a year) of another of the same source.
CREATE INDEX amount_source ON amount (doc, report, source) WHERE source IS NOT NULL AND subject = 'measure';
CREATE VIEW execution_by_source AS SELECT
    r.programme_key, r.programme, r.authority, r.period_from, r.period_to, r.report_id, a.source,
    iif(count(iif(a.role = 'planned', a.kopecks, NULL)), CAST(total(iif(a.role = 'planned', a.kopecks, NULL)) AS INTEGER), NULL) AS planned_kopecks,
    iif(count(iif(a.role = 'actual', a.kopecks, NULL)), CAST(total(iif(a.role = 'actual', a.kopecks, NULL)) AS INTEGER), NULL) AS actual_kopecks,
    max(a.doubtful) AS doubtful
FROM amount a INDEXED BY amount_source JOIN report r ON r.doc = a.doc AND r.report = a.report
WHERE a.source IS NOT NULL AND a.subject = 'measure' AND a.role IN ('planned', 'actual') AND a.same_as IS NULL
    AND NOT EXISTS (SELECT 1 FROM amount w WHERE w.amount_id = a.part_of AND w.source = a.source)
    AND EXISTS (SELECT 1 FROM execution_row x WHERE x.doc = a.doc AND x.report = a.report AND x.chosen = 1)
GROUP BY a.doc, a.report, a.source;

-- Where to look first says in which file.
DROP VIEW doubtful_by_report;
CREATE VIEW doubtful_by_report AS SELECT
    r.report_id, d.document_id, r.programme, r.authority, q.amounts, q.kopecks,
    (SELECT s.path FROM source s WHERE s.doc = q.doc ORDER BY s.category IS NOT NULL, s.path LIMIT 1) AS path
FROM (
        SELECT doc, report, count(*) AS amounts,
            iif(count(kopecks), CAST(total(max(kopecks, -kopecks)) AS INTEGER), NULL) AS kopecks
        FROM amount INDEXED BY amount_doubtful WHERE doubtful = 1 GROUP BY doc, report
    ) q
    LEFT JOIN report r ON r.doc = q.doc AND r.report = q.report
    LEFT JOIN document d ON d.doc = q.doc
WHERE d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY q.kopecks DESC;

DROP VIEW totals_that_do_not_hold;
CREATE VIEW totals_that_do_not_hold AS SELECT
    f.finding_id, f.report_id, d.document_id, r.programme, r.authority, f.expected_kopecks,
    f.found_kopecks, f.difference_kopecks, f.confidence, f.message, f.message_uk, f.page, f.place,
    (SELECT s.path FROM source s WHERE s.doc = f.doc ORDER BY s.category IS NOT NULL, s.path LIMIT 1) AS path
FROM finding f INDEXED BY finding_mismatch
    LEFT JOIN document d ON d.doc = f.doc
    LEFT JOIN report r ON r.doc = f.doc AND r.report = f.report
WHERE f.code = 'total_mismatch' AND d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY max(f.difference_kopecks, -f.difference_kopecks) DESC;

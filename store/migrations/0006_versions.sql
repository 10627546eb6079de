-- A file that is fetched again with other bytes is a newer version of its
-- document (versions.go): the earlier one stays, and is counted no more.
ALTER TABLE document ADD COLUMN superseded_by TEXT; -- document_id
CREATE INDEX document_superseded ON document (superseded_by) WHERE superseded_by IS NOT NULL;

-- Why the file could not be read under this name, where another name of the same
-- bytes could: wrong_extension.
ALTER TABLE source ADD COLUMN category TEXT;

DROP VIEW documents;
CREATE VIEW documents AS SELECT
    d.document_id, d.document_id AS sha256, d.format, d.encoding, d.bytes, d.pages,
    d.status, d.category, d.message, d.message_uk, d.reader_version, d.duplicate_of,
    (SELECT s.path FROM source s WHERE s.doc = d.doc ORDER BY s.category IS NOT NULL, s.path LIMIT 1) AS path,
    d.superseded_by
FROM document d;

DROP VIEW sources;
CREATE VIEW sources AS SELECT d.document_id, s.path, substr(s.ingested_at, 1, 19) || 'Z' AS ingested_at, s.category
FROM source s LEFT JOIN document d ON d.doc = s.doc;

-- A decision that another one replaced is kept for taking that one back; one that
-- came over from another document and was dropped, so that it does not come again.
DROP VIEW reviews;
CREATE VIEW reviews AS SELECT
    amount_id, decided_kopecks, decided_unit, note, reviewer, decided_at, state
FROM review WHERE state IN ('applied', 'orphaned');

-- The amounts of the reports that execution counts, without those that are said
-- again: of one subject and role they may be added up over all documents.
CREATE VIEW execution_amounts AS SELECT
    a.amount_id, r.report_id, r.programme_key, r.programme, r.authority, r.period_from, r.period_to,
    a.subject, a.subject_id, a.role, a.year, a.fund, a.source, a.printed, a.kopecks, a.doubtful
FROM amount a JOIN report r ON r.doc = a.doc AND r.report = a.report
WHERE a.same_as IS NULL AND a.part_of IS NULL AND EXISTS (
    SELECT 1 FROM execution_row x WHERE x.doc = a.doc AND x.report = a.report AND x.chosen = 1);

-- The helpful views leave out copies and earlier versions.
DROP VIEW least_executed_measures;
CREATE VIEW least_executed_measures AS SELECT
    x.measure_id, r.report_id, r.programme, r.authority, r.period_from, r.period_to, x.number,
    x.measure, x.planned_kopecks, x.actual_kopecks,
    round(100.0 * coalesce(x.actual_kopecks, 0) / x.planned_kopecks, 2) AS percent,
    x.planned_kopecks - coalesce(x.actual_kopecks, 0) AS unspent_kopecks
FROM measure x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report
    LEFT JOIN document d ON d.doc = x.doc
WHERE x.planned_kopecks > 0 AND r.kind IS NOT 'programme' -- a plan alone; it reports no execution
    AND d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY x.planned_kopecks - coalesce(x.actual_kopecks, 0) DESC;

DROP VIEW doubtful_by_report;
CREATE VIEW doubtful_by_report AS SELECT
    r.report_id, d.document_id, r.programme, r.authority, q.amounts, q.kopecks
FROM (
        SELECT doc, report, count(*) AS amounts, sum(max(kopecks, -kopecks)) AS kopecks
        FROM amount INDEXED BY amount_doubtful WHERE doubtful = 1 GROUP BY doc, report
    ) q
    LEFT JOIN report r ON r.doc = q.doc AND r.report = q.report
    LEFT JOIN document d ON d.doc = q.doc
WHERE d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY q.kopecks DESC;

DROP VIEW totals_that_do_not_hold;
CREATE VIEW totals_that_do_not_hold AS SELECT
    f.finding_id, f.report_id, d.document_id, r.programme, r.authority, f.expected_kopecks,
    f.found_kopecks, f.difference_kopecks, f.confidence, f.message, f.message_uk, f.page, f.place
FROM finding f INDEXED BY finding_mismatch
    LEFT JOIN document d ON d.doc = f.doc
    LEFT JOIN report r ON r.doc = f.doc AND r.report = f.report
WHERE f.code = 'total_mismatch' AND d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY max(f.difference_kopecks, -f.difference_kopecks) DESC;

-- Of a decision that came over from an earlier version or a copy of the document:
-- the programme_key of its report there (or an empty text), which must be that of
-- its report here.
ALTER TABLE review ADD COLUMN programme_key TEXT;

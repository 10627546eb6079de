-- Views beyond the contract that answer common questions.

CREATE VIEW execution_by_year AS SELECT
    r.programme_key, min(r.programme) AS programme, min(r.authority) AS authority, x.year,
    sum(x.planned_kopecks) AS planned_kopecks, sum(x.actual_kopecks) AS actual_kopecks,
    round(100.0 * sum(x.actual_kopecks) / nullif(sum(x.planned_kopecks), 0), 2) AS percent,
    max(x.doubtful, x.contested) AS doubtful
FROM execution_row x JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.chosen = 1
GROUP BY coalesce(r.programme_key, r.report_id), x.year;

-- Most unspent money first.
CREATE VIEW least_executed_measures AS SELECT
    x.measure_id, r.report_id, r.programme, r.authority, r.period_from, r.period_to, x.number,
    x.measure, x.planned_kopecks, x.actual_kopecks,
    round(100.0 * coalesce(x.actual_kopecks, 0) / x.planned_kopecks, 2) AS percent,
    x.planned_kopecks - coalesce(x.actual_kopecks, 0) AS unspent_kopecks
FROM measure x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.planned_kopecks > 0 AND r.kind IS NOT 'programme' -- a plan alone; it reports no execution
ORDER BY x.planned_kopecks - coalesce(x.actual_kopecks, 0) DESC;
CREATE INDEX measure_unspent ON measure (planned_kopecks - coalesce(actual_kopecks, 0))
    WHERE planned_kopecks > 0;

CREATE VIEW doubtful_by_report AS SELECT
    r.report_id, d.document_id, r.programme, r.authority, q.amounts, q.kopecks
FROM (
        SELECT doc, report, count(*) AS amounts, sum(max(kopecks, -kopecks)) AS kopecks
        FROM amount INDEXED BY amount_doubtful WHERE doubtful = 1 GROUP BY doc, report
    ) q
    LEFT JOIN report r ON r.doc = q.doc AND r.report = q.report
    LEFT JOIN document d ON d.doc = q.doc
ORDER BY q.kopecks DESC;

CREATE VIEW totals_that_do_not_hold AS SELECT
    f.finding_id, f.report_id, d.document_id, r.programme, r.authority, f.expected_kopecks,
    f.found_kopecks, f.difference_kopecks, f.confidence, f.message, f.message_uk, f.page, f.place
FROM finding f INDEXED BY finding_mismatch
    LEFT JOIN document d ON d.doc = f.doc
    LEFT JOIN report r ON r.doc = f.doc AND r.report = f.report
WHERE f.code = 'total_mismatch'
ORDER BY max(f.difference_kopecks, -f.difference_kopecks) DESC;
-- max(x, -x) is abs(x), which fails on the least integer.
CREATE INDEX finding_mismatch ON finding (max(difference_kopecks, -difference_kopecks))
    WHERE code = 'total_mismatch';

CREATE VIEW repairs AS SELECT
    t.table_id, x.code, x.row, x.col, x.confidence, x.detail, x.page, x.place
FROM repair x LEFT JOIN whole_table t ON t.doc = x.doc AND t.tbl = x.tbl;

CREATE VIEW problems AS SELECT d.document_id, x.category, x.page, x.detail
FROM problem x LEFT JOIN document d ON d.doc = x.doc;

CREATE VIEW unit_mentions AS SELECT r.report_id, x.unit, x.source, x.text, x.page, x.place
FROM mention x LEFT JOIN report r ON r.doc = x.doc AND r.report = x.report;

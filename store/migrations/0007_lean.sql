-- Less is written for a document, and what is written once is read as before.

-- A cell of one part is that part, however it would be joined to another.
UPDATE cell SET (single, moved, text) = (
        SELECT 1 + p.joined, p.moved, p.text FROM part p
        WHERE p.doc = cell.doc AND p.tbl = cell.tbl AND p.row = cell.row AND p.n = cell.n
    )
WHERE single = 0 AND (
        SELECT count(*) FROM part p WHERE p.doc = cell.doc AND p.tbl = cell.tbl AND p.row = cell.row AND p.n = cell.n
    ) = 1;
DELETE FROM part WHERE EXISTS (
    SELECT 1 FROM cell c
    WHERE c.doc = part.doc AND c.tbl = part.tbl AND c.row = part.row AND c.n = part.n AND c.single > 0
);

DROP VIEW cell_parts;
CREATE VIEW cell_parts AS
SELECT t.table_id, c.row, c.col, 1 AS part, c.text, c.page, c.place, c.moved
FROM whole_table t JOIN cell c ON c.doc = t.doc AND c.tbl = t.tbl WHERE c.single > 0
UNION ALL
SELECT t.table_id, p.row, p.col, p.part, p.text, p.page, p.place, p.moved
FROM whole_table t JOIN part p ON p.doc = t.doc AND p.tbl = t.tbl;

-- The index of the search keeps no text of its own and no lengths of texts: it
-- does not rank. An entry's text is changed and removed in the index first, which
-- looks the old one up here.
ALTER TABLE search_entry RENAME TO old_entry;
DROP INDEX search_entry_doc;
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,    -- docid of search_text
    doc INTEGER NOT NULL REFERENCES document,
    report INTEGER,               -- NULL for the document itself
    subject TEXT NOT NULL,        -- measure, indicator, line, finding, prose, table
    tbl INTEGER,                  -- of a row of a table
    n INTEGER NOT NULL,           -- of that record; of prose the block, of a table the row
    text TEXT NOT NULL            -- folded
) STRICT;
INSERT INTO search_entry (entry, doc, report, subject, tbl, n, text)
SELECT e.entry, e.doc, e.report, e.subject, e.tbl, e.n, x.text
FROM old_entry e JOIN search_text x ON x.docid = e.entry ORDER BY e.entry;
CREATE INDEX search_entry_doc ON search_entry (doc, subject);
DROP TABLE old_entry;
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts4(
    text,
    content="search_entry",
    matchinfo=fts3,
    tokenize=unicode61 "remove_diacritics=0"
);
INSERT INTO search_text (search_text) VALUES ('rebuild');

-- total() where sum() would fail: a misread number may be of any size, and the
-- sum of two of them beyond an INTEGER.
DROP VIEW execution_by_year;
CREATE VIEW execution_by_year AS SELECT
    r.programme_key, min(r.programme) AS programme, min(r.authority) AS authority, x.year,
    iif(count(x.planned_kopecks), CAST(total(x.planned_kopecks) AS INTEGER), NULL) AS planned_kopecks,
    iif(count(x.actual_kopecks), CAST(total(x.actual_kopecks) AS INTEGER), NULL) AS actual_kopecks,
    iif(count(x.actual_kopecks), round(100.0 * total(x.actual_kopecks) / nullif(total(x.planned_kopecks), 0), 2), NULL) AS percent,
    max(max(x.doubtful, x.contested)) AS doubtful
FROM execution_row x JOIN report r ON r.doc = x.doc AND r.report = x.report
WHERE x.chosen = 1
GROUP BY coalesce(r.programme_key, r.report_id), x.year;

DROP VIEW doubtful_by_report;
CREATE VIEW doubtful_by_report AS SELECT
    r.report_id, d.document_id, r.programme, r.authority, q.amounts, q.kopecks
FROM (
        SELECT doc, report, count(*) AS amounts,
            iif(count(kopecks), CAST(total(max(kopecks, -kopecks)) AS INTEGER), NULL) AS kopecks
        FROM amount INDEXED BY amount_doubtful WHERE doubtful = 1 GROUP BY doc, report
    ) q
    LEFT JOIN report r ON r.doc = q.doc AND r.report = q.report
    LEFT JOIN document d ON d.doc = q.doc
WHERE d.duplicate_of IS NULL AND d.superseded_by IS NULL
ORDER BY q.kopecks DESC;

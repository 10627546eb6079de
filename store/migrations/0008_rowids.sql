-- A finding's report is known by its key; its name needs no index of its own.
-- What follows this script is giveRowids.

DROP INDEX finding_report;

DROP VIEW findings;
CREATE VIEW findings AS SELECT
    f.finding_id, d.document_id, r.report_id, f.code,
    f.severity, f.confidence, f.subject, f.subject_id, f.message, f.message_uk,
    f.expected_kopecks, f.found_kopecks, f.difference_kopecks, f.page, f.place
FROM finding f
    LEFT JOIN document d ON d.doc = f.doc
    LEFT JOIN report r ON r.doc = f.doc AND r.report = f.report;

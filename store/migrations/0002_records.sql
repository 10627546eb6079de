-- What the documents say: package record, field by field, so that reports can be
-- read back and settled again. report counts the reports of a document from 1;
-- n counts the records of one kind in a report from 0, in their order.

CREATE TABLE report (
    doc INTEGER NOT NULL REFERENCES document,
    report INTEGER NOT NULL,
    report_id TEXT NOT NULL UNIQUE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    title TEXT, programme TEXT, programme_key TEXT, authority TEXT, issuer TEXT,
    addressee TEXT, responsible TEXT, territory TEXT,
    letter_number TEXT, letter_date TEXT,
    period_from TEXT, period_to TEXT, -- years, or ISO dates
    signer TEXT, signer_position TEXT,
    numbers TEXT,                 -- sketch of its printed numbers, see duplicates.go
    @place,
    PRIMARY KEY (doc, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_programme ON report (programme_key, kind, period_from, period_to)
    WHERE programme_key IS NOT NULL;
CREATE INDEX report_kind ON report (kind);

CREATE TABLE decision (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    role TEXT NOT NULL,           -- approves, amends, repealed, succeeds, mentions
    number TEXT,
    decided_on TEXT,              -- ISO date
    printed TEXT,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_number ON decision (number, decided_on);

CREATE TABLE code (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    subject TEXT NOT NULL, subject_id TEXT,
    kind TEXT NOT NULL,           -- tpkvkmb, kfkvk, kekv, budget, edrpou, katottg
    code TEXT NOT NULL,           -- with its leading zeros
    valid INTEGER NOT NULL,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;
CREATE INDEX code_code ON code (code, kind);

-- Which tables belong to a report; whole_table has the first claim.
CREATE TABLE report_table (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    table_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    form TEXT, caption TEXT,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

CREATE TABLE measure (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    measure_id TEXT NOT NULL UNIQUE,
    table_id TEXT,
    row INTEGER NOT NULL,         -- 0-based, of the whole table
    ordinal INTEGER NOT NULL,
    number TEXT, number_printed TEXT,
    task TEXT, measure TEXT, term TEXT, executor TEXT, information TEXT,
    planned_kopecks INTEGER, planned_basis TEXT, -- printed, or sum
    actual_kopecks INTEGER, actual_basis TEXT,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    indicator_id TEXT NOT NULL UNIQUE,
    table_id TEXT,
    row INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    section TEXT,                 -- cost, product, efficiency, quality
    number TEXT, number_printed TEXT,
    name TEXT, unit TEXT,
    planned_printed TEXT, planned_value TEXT, -- plain decimal with a dot
    actual_printed TEXT, actual_value TEXT,
    actual_note TEXT, reason TEXT, remedy TEXT,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

-- Rows of other tables with money, and total rows of any table.
CREATE TABLE line (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    line_id TEXT NOT NULL UNIQUE,
    table_id TEXT,
    row INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    code TEXT, name TEXT,
    is_total INTEGER NOT NULL,
    part_of TEXT,                 -- line_id
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

-- Texts that many records of a document share: headings, reasons. Kept once.
CREATE TABLE phrase (
    doc INTEGER NOT NULL REFERENCES document,
    phrase INTEGER NOT NULL,
    text TEXT, text_uk TEXT,
    PRIMARY KEY (doc, phrase)
) STRICT, WITHOUT ROWID;

-- Clues to a unit, each kept once a document; amount.clues lists them.
CREATE TABLE clue (
    doc INTEGER NOT NULL REFERENCES document,
    clue INTEGER NOT NULL,
    kind TEXT NOT NULL,
    weight REAL NOT NULL,         -- natural log of the likelihood ratio
    args TEXT,                    -- JSON [[name, value], ...]
    text TEXT, text_uk TEXT,
    PRIMARY KEY (doc, clue)
) STRICT, WITHOUT ROWID;

-- Places where a report prints a unit of money; amount.mentions lists them.
CREATE TABLE mention (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,         -- beside, unit_cell, row_label, heading, ...
    text TEXT,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

CREATE TABLE amount (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    amount_id TEXT NOT NULL UNIQUE,
    -- As recognised.
    subject TEXT NOT NULL, subject_id TEXT,
    role TEXT NOT NULL,
    year INTEGER, period TEXT, fund TEXT, source TEXT, -- NULL for the whole
    label TEXT,
    header_path INTEGER,          -- phrase
    printed TEXT,
    words TEXT,
    mentions TEXT,                -- JSON [mention.n, ...], the nearest first
    table_id TEXT, row INTEGER, col INTEGER, -- NULL outside tables
    is_total INTEGER NOT NULL,
    level INTEGER NOT NULL,
    -- As settled.
    printed_unit TEXT, printed_kopecks INTEGER,
    settled_unit TEXT, kopecks INTEGER,
    change TEXT,                  -- none, rescaled, reviewed, unreadable
    doubtful INTEGER NOT NULL,
    confidence REAL NOT NULL,
    alternative_kopecks INTEGER,
    in_total TEXT,                -- yes, no, unknown
    same_as TEXT, part_of TEXT,   -- amount_id
    reason INTEGER,               -- phrase
    clues TEXT,                   -- JSON [clue.clue, ...]
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;
CREATE INDEX amount_subject ON amount (subject_id);
CREATE INDEX amount_doubtful ON amount (doc, report, kopecks) WHERE doubtful = 1;
-- The queue of what a person should look at: the unreadable, then most money first.
CREATE INDEX amount_queue ON amount (
    kopecks IS NOT NULL,
    max(kopecks, -kopecks, coalesce(alternative_kopecks, 0), -coalesce(alternative_kopecks, 0)) DESC,
    amount_id
) WHERE doubtful = 1;

-- Printed percentages of execution: constraints, no money.
CREATE TABLE ratio (
    doc INTEGER NOT NULL, report INTEGER NOT NULL, n INTEGER NOT NULL,
    subject_id TEXT, table_id TEXT,
    row INTEGER, col INTEGER,
    year INTEGER, fund TEXT,
    header_path INTEGER,          -- phrase
    printed TEXT,
    @place,
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;

-- report 0 is the document itself.
CREATE TABLE finding (
    doc INTEGER NOT NULL REFERENCES document,
    report INTEGER NOT NULL,
    n INTEGER NOT NULL,
    finding_id TEXT NOT NULL UNIQUE,
    report_id TEXT,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,       -- info, warning, serious
    confidence REAL NOT NULL,
    subject TEXT, subject_id TEXT,
    args TEXT,                    -- JSON [[name, value], ...]
    expected_kopecks INTEGER, found_kopecks INTEGER, difference_kopecks INTEGER,
    message TEXT, message_uk TEXT,
    @place,
    PRIMARY KEY (doc, report, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_code ON finding (code, severity);
CREATE INDEX finding_report ON finding (report_id);
CREATE INDEX finding_subject ON finding (subject_id);

-- People's decisions. They outlive the reading that they were made on: a
-- review belongs to the nth amount of so many with the same printed text at the
-- same place.
CREATE TABLE review (
    review INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES document,
    amount_id TEXT NOT NULL,
    place_key TEXT NOT NULL,      -- document.Place.Key of the amount
    printed TEXT NOT NULL,
    nth INTEGER NOT NULL,         -- 1-based among those
    peers INTEGER NOT NULL,       -- how many those are
    decided_kopecks INTEGER,
    decided_unit TEXT,
    note TEXT,
    reviewer TEXT,
    decided_at TEXT NOT NULL,     -- RFC 3339
    state TEXT NOT NULL           -- applied, orphaned
) STRICT;
CREATE UNIQUE INDEX review_applied ON review (amount_id) WHERE state = 'applied';
CREATE INDEX review_amount ON review (amount_id);
CREATE INDEX review_document ON review (doc);

-- The sums of reports on execution; chosen are those that count every hryvnia
-- once (execution.go). Computed from the rows above.
CREATE TABLE execution_row (
    doc INTEGER NOT NULL, report INTEGER NOT NULL,
    n INTEGER NOT NULL,
    year INTEGER,                 -- NULL for the whole period
    planned_kopecks INTEGER,
    actual_kopecks INTEGER,
    doubtful INTEGER NOT NULL,
    chosen INTEGER NOT NULL,
    contested INTEGER NOT NULL,   -- 1: another report on the same money says otherwise
    PRIMARY KEY (doc, report, n),
    FOREIGN KEY (doc, report) REFERENCES report
) STRICT, WITHOUT ROWID;
CREATE INDEX execution_chosen ON execution_row (
    doc, report, n, year, planned_kopecks, actual_kopecks, doubtful, contested
) WHERE chosen = 1;

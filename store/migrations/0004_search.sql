-- Full text: measures, indicators, lines, findings, prose, and the rows of tables
-- that no record was made of. The index holds
-- folded text (package wording, Fold), so that a search folded alike finds
-- Ukrainian in any case, apostrophe and mix of look-alike letters.

CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,    -- docid of search_text
    doc INTEGER NOT NULL REFERENCES document,
    report INTEGER,               -- NULL for the document itself
    subject TEXT NOT NULL,        -- measure, indicator, line, finding, prose, table
    tbl INTEGER,                  -- of a row of a table
    n INTEGER NOT NULL            -- of that record; of prose the block, of a table the row
) STRICT;
CREATE INDEX search_entry_doc ON search_entry (doc, subject);

CREATE VIRTUAL TABLE search_text USING fts4(
    text,
    tokenize=unicode61 "remove_diacritics=0"
);

-- What the views and their columns mean; Views in package store reads it too.
CREATE TABLE dictionary (
    view TEXT NOT NULL,
    ordinal INTEGER NOT NULL,     -- 0 is the view itself
    "column" TEXT,
    type TEXT,                    -- text, integer, real, kopecks, flag, date
    unit TEXT,
    example TEXT,
    meaning TEXT NOT NULL,
    meaning_uk TEXT NOT NULL,
    contract INTEGER NOT NULL,    -- 1: of the contract; 0: a helpful one beyond it
    PRIMARY KEY (view, ordinal)
) STRICT, WITHOUT ROWID;

-- What the file is: key "schema", and for a sealed shard its versions, counts
-- and content hash.
CREATE TABLE about (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Documents and what stands in them, whole. Every table's key begins with the
-- document's number, so that a document's rows lie together, are replaced
-- together, and move to another database by changing that one number. Numbers
-- within a document depend on its content alone. Nothing here is for analysts:
-- they read the views.

CREATE TABLE document (
    doc INTEGER PRIMARY KEY,      -- of this file alone; never shown
    document_id TEXT NOT NULL UNIQUE, -- SHA-256 of the bytes, lower-case hex
    format TEXT,
    encoding TEXT,                -- IANA name; NULL for binary formats
    bytes INTEGER NOT NULL,
    pages INTEGER,                -- NULL where the format has none
    status TEXT NOT NULL,         -- ok, partial, failed, needs_ocr
    category TEXT,                -- why it is not ok
    message TEXT,                 -- what to do next
    message_uk TEXT,
    reader_version TEXT,
    scanned INTEGER NOT NULL,     -- 1: read by an OCR engine, digits may be misread
    content_key TEXT,             -- hash of its letters and digits; NULL for a short text
    duplicate_of TEXT             -- document_id, see duplicates.go
) STRICT;
CREATE INDEX document_content ON document (content_key) WHERE content_key IS NOT NULL;
CREATE INDEX document_duplicate ON document (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX document_status ON document (status);

-- The files that a document was read from.
CREATE TABLE source (
    doc INTEGER NOT NULL REFERENCES document,
    path TEXT NOT NULL,
    ingested_at TEXT NOT NULL,    -- RFC 3339, UTC
    PRIMARY KEY (doc, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_path ON source (path);

-- Parts of a document that were not read.
CREATE TABLE problem (
    doc INTEGER NOT NULL REFERENCES document,
    n INTEGER NOT NULL,
    category TEXT NOT NULL,
    page INTEGER,
    detail TEXT,
    PRIMARY KEY (doc, n)
) STRICT, WITHOUT ROWID;

-- Text outside tables. block counts paragraphs and tables together, in reading
-- order.
CREATE TABLE paragraph (
    doc INTEGER NOT NULL REFERENCES document,
    block INTEGER NOT NULL,
    kind TEXT NOT NULL,           -- heading, text, furniture
    text TEXT NOT NULL,
    @place,
    PRIMARY KEY (doc, block)
) STRICT, WITHOUT ROWID;

-- Whole tables, rejoined.
CREATE TABLE whole_table (
    doc INTEGER NOT NULL REFERENCES document,
    tbl INTEGER NOT NULL,         -- 1-based among the whole tables
    block INTEGER NOT NULL,
    table_id TEXT NOT NULL UNIQUE,
    report INTEGER,               -- the report that it belongs to
    form TEXT,                    -- what it is in that report
    title TEXT,                   -- its caption in that report
    caption TEXT,                 -- the format's own
    header_rows INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    col_count INTEGER NOT NULL,
    page_from INTEGER,
    page_to INTEGER,
    cut_before INTEGER NOT NULL,
    cut_after INTEGER NOT NULL,
    @place,
    PRIMARY KEY (doc, tbl)
) STRICT, WITHOUT ROWID;

CREATE TABLE table_row (
    doc INTEGER NOT NULL,
    tbl INTEGER NOT NULL,
    row INTEGER NOT NULL,         -- 0-based
    header INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    @place,
    PRIMARY KEY (doc, tbl, row),
    FOREIGN KEY (doc, tbl) REFERENCES whole_table
) STRICT, WITHOUT ROWID;

-- One row for every cell that the source has, empty ones too. A cell of a single
-- part is that part; of several, text is the parts joined and they stand in part.
CREATE TABLE cell (
    doc INTEGER NOT NULL,
    tbl INTEGER NOT NULL,
    row INTEGER NOT NULL,         -- 0-based, as is col
    n INTEGER NOT NULL,           -- 0-based in its row
    col INTEGER NOT NULL,
    row_span INTEGER NOT NULL,
    col_span INTEGER NOT NULL,
    single INTEGER NOT NULL,      -- 1: this row is its only part
    moved INTEGER NOT NULL,       -- of that part
    text TEXT,
    @place,
    PRIMARY KEY (doc, tbl, row, n),
    FOREIGN KEY (doc, tbl) REFERENCES whole_table
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
    doc INTEGER NOT NULL,
    tbl INTEGER NOT NULL,
    row INTEGER NOT NULL,
    n INTEGER NOT NULL,           -- the cell
    part INTEGER NOT NULL,        -- 1-based
    col INTEGER NOT NULL,
    text TEXT NOT NULL,
    joined INTEGER NOT NULL,      -- document.Join
    moved INTEGER NOT NULL,       -- 1: stood in another cell as read
    @place,
    PRIMARY KEY (doc, tbl, row, n, part),
    FOREIGN KEY (doc, tbl) REFERENCES whole_table
) STRICT, WITHOUT ROWID;

-- What rejoining changed in a table.
CREATE TABLE repair (
    doc INTEGER NOT NULL,
    tbl INTEGER NOT NULL,
    n INTEGER NOT NULL,
    code TEXT NOT NULL,
    row INTEGER NOT NULL,
    col INTEGER NOT NULL,
    confidence REAL NOT NULL,
    detail TEXT,
    @place,
    PRIMARY KEY (doc, tbl, n),
    FOREIGN KEY (doc, tbl) REFERENCES whole_table
) STRICT, WITHOUT ROWID;

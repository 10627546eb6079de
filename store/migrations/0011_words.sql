-- What is written for a document costs less time; what is found is the same.

-- Foreign keys are looked at when a transaction ends. Where a statement may fail
-- at a row, SQLite keeps a copy of every page that it changes, to take back what
-- the rows before did; the transaction as a whole is all that is ever taken back
-- here. Only the text of the schema says so (sqlite.org/lang_altertable.html, 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
    'REFERENCES document', 'REFERENCES document DEFERRABLE INITIALLY DEFERRED'),
    'REFERENCES report', 'REFERENCES report DEFERRABLE INITIALLY DEFERRED'),
    'REFERENCES whole_table', 'REFERENCES whole_table DEFERRABLE INITIALLY DEFERRED')
WHERE type = 'table';
PRAGMA writable_schema = RESET;

-- The index is given texts in which nothing but letters, digits and ASCII is left
-- (words.go): this tokenizer need not look letters up. What fills it is giveWords.
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts4(text, content="search_entry", matchinfo=fts3, tokenize=simple);

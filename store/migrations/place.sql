-- Where it stands in the source as read. Numbers are 1-based; NULL where the
    -- format has none.
    page INTEGER,
    line INTEGER,      -- of the decoded text
    sheet TEXT,        -- of a spreadsheet
    frag INTEGER,      -- table fragment, counted through the document as read
    frag_row INTEGER,  -- row in that fragment
    frag_cell INTEGER, -- cell in that row, counted as read
    para INTEGER,      -- in the cell; outside tables, in the document
    x0 REAL, y0 REAL, x1 REAL, y1 REAL, -- box on the page, points from its top left corner
    ocr REAL,          -- the OCR engine's confidence, above 0 up to 1
    place TEXT GENERATED ALWAYS AS (nullif(substr( -- the same for people
        iif(page > 0, ', page ' || page, '')
        || iif(sheet <> '', ', sheet ' || sheet, '')
        || iif(line > 0, ', line ' || line, '')
        || iif(line IS NULL AND frag > 0, ', table ' || frag || iif(frag_row > 0, ', row ' || frag_row, ''), '')
        || iif(frag_cell > 0, ', cell ' || frag_cell, '')
        || iif(para > 0 AND (frag > 0 OR line IS NULL), ', paragraph ' || para, '')
        || iif(x1 > x0 AND y1 > y0, printf(', box %.1f,%.1f,%.1f,%.1f', x0, y0, x1, y1), ''),
        3), '')) VIRTUAL

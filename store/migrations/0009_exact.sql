-- The number that a spreadsheet holds where it shows a rounding of it: an amount
-- is settled from it, and again after a review. A plain decimal with a dot.

ALTER TABLE amount ADD COLUMN exact TEXT;

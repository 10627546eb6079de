INSERT INTO document (doc, document_id, format, encoding, bytes, pages, status, category, message, message_uk, reader_version, scanned, content_key, duplicate_of) VALUES
(1,'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb','html','utf-8',4096,2,'partial','truncated','a part was cut','частину відрізано','test/1',0,NULL,NULL),
(2,'3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d','text','utf-8',4096,2,'partial','truncated','a part was cut','частину відрізано','test/1',0,NULL,NULL);
INSERT INTO source (doc, path, ingested_at) VALUES
(1,'/архів/a','2026-05-01T12:00:00Z'),
(2,'/архів/b','2026-05-01T12:00:00Z');
INSERT INTO review (review, doc, amount_id, place_key, printed, nth, peers, decided_kopecks, decided_unit, note, reviewer, decided_at, state) VALUES
(1,1,'ca978112ca1bbdca/t3r2c3/amount','t3r2c3','12500,00',1,1,777,'uah','звірено','olena','2026-05-02T10:00:00Z','applied');
INSERT INTO report (doc, report, report_id, ordinal, kind, title, programme, programme_key, authority, issuer, addressee, responsible, territory, letter_number, letter_date, period_from, period_to, signer, signer_position, numbers, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,'ca978112ca1bbdca/report1',1,'programme_final','Звіт','Тихі джерела','тихі джерела|вербова рада','Вербова сільська рада','Відділ води','Голові','Відділ води','Вербова громада','12-05','2024-02-01','2021','2023','О. Лелека','Начальник','6 3ef5zl da8yz3 dgi15t wf6f3u 1kjntbz 1s0la72',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,1,'3e23e8160039594a/report1',1,'programme_final','Звіт','Інша програма','інша програма|вербова рада','Вербова сільська рада','Відділ води','Голові','Відділ води','Вербова громада','12-05','2024-02-01','2021','2023','О. Лелека','Начальник','6 3ef5zl da8yz3 dgi15t wf6f3u 1kjntbz 1s0la72',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO phrase (doc, phrase, text, text_uk) VALUES
(1,1,'Обсяги / planned',NULL),
(1,2,'rows agree with the total','рядки дають підсумок'),
(1,3,'Обсяги / actual',NULL),
(1,4,'%',NULL),
(2,1,'Обсяги / planned',NULL),
(2,2,'rows agree with the total','рядки дають підсумок'),
(2,3,'Обсяги / actual',NULL),
(2,4,'%',NULL);
INSERT INTO clue (doc, clue, kind, weight, args, text, text_uk) VALUES
(1,1,'sum',3.25,'[["total","5000"]]','the sum holds','сума сходиться'),
(1,2,'heading',-1.5,NULL,'the heading says thousands','у шапці тисячі'),
(2,1,'sum',3.25,'[["total","5000"]]','the sum holds','сума сходиться'),
(2,2,'heading',-1.5,NULL,'the heading says thousands','у шапці тисячі');
INSERT INTO whole_table (doc, tbl, block, table_id, report, form, title, caption, header_rows, row_count, col_count, page_from, page_to, cut_before, cut_after, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,4,'ca978112ca1bbdca/t3',1,'measures','Заходи програми','Заходи',1,3,5,1,2,0,1,1,4,NULL,3,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,4,'3e23e8160039594a/t3',1,'measures','Заходи програми','Заходи',1,3,5,1,2,0,1,1,4,NULL,3,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO search_entry (entry, doc, report, subject, tbl, n) VALUES
(1,1,1,'measure',NULL,0),
(2,1,1,'measure',NULL,1),
(3,1,1,'indicator',NULL,0),
(4,1,1,'line',NULL,0),
(5,1,NULL,'finding',NULL,0),
(6,1,1,'finding',NULL,0),
(7,1,NULL,'prose',NULL,1),
(8,1,NULL,'prose',NULL,2),
(9,2,1,'measure',NULL,0),
(10,2,1,'measure',NULL,1),
(11,2,1,'indicator',NULL,0),
(12,2,1,'line',NULL,0),
(13,2,NULL,'finding',NULL,0),
(14,2,1,'finding',NULL,0),
(15,2,NULL,'prose',NULL,1),
(16,2,NULL,'prose',NULL,2);
INSERT INTO decision (doc, report, n, role, number, decided_on, printed, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'approves','77','2020-12-20','від 20.12.2020 № 77',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'approves','77','2020-12-20','від 20.12.2020 № 77',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO code (doc, report, n, subject, subject_id, kind, code, valid, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'report','ca978112ca1bbdca/report1','tpkvkmb','0117310',1,1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'report','3e23e8160039594a/report1','tpkvkmb','0117310',1,1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO report_table (doc, report, n, table_id, number, ordinal, form, caption) VALUES
(1,1,0,'ca978112ca1bbdca/t3',3,1,'measures','Заходи програми'),
(2,1,0,'3e23e8160039594a/t3',3,1,'measures','Заходи програми');
INSERT INTO measure (doc, report, n, measure_id, table_id, row, ordinal, number, number_printed, task, measure, term, executor, information, planned_kopecks, planned_basis, actual_kopecks, actual_basis, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'ca978112ca1bbdca/t3r2c1/measure','ca978112ca1bbdca/t3',1,1,'1','1.','Чиста вода','Очищення джерел та криниць','2021-2023','Відділ води','Роботи завершено у с. Вербова Лука',1250000,'printed',1125000,'sum',1,5,NULL,3,2,1,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,'ca978112ca1bbdca/t3r3c1/measure','ca978112ca1bbdca/t3',2,2,'2','2.','Чиста вода','Очищення джерел та криниць','2021-2023','Відділ води','Роботи завершено у с. Вербова Лука',2500000,'printed',2250000,'sum',1,6,NULL,3,3,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'3e23e8160039594a/t3r2c1/measure','3e23e8160039594a/t3',1,1,'1','1.','Чиста вода','Очищення джерел та криниць','2021-2023','Відділ води','Роботи завершено у с. Вербова Лука',1250000,'printed',1125000,'sum',1,5,NULL,3,2,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,'3e23e8160039594a/t3r3c1/measure','3e23e8160039594a/t3',2,2,'2','2.','Чиста вода','Очищення джерел та криниць','2021-2023','Відділ води','Роботи завершено у с. Вербова Лука',2500000,'printed',2250000,'sum',1,6,NULL,3,3,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO indicator (doc, report, n, indicator_id, table_id, row, ordinal, section, number, number_printed, name, unit, planned_printed, planned_value, actual_printed, actual_value, actual_note, reason, remedy, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'ca978112ca1bbdca/t3r9c1/indicator','ca978112ca1bbdca/t3',8,1,'quality','1','1.','Частка очищених джерел','%','90','90','85,5','85.5','станом на грудень','дощі','наступного року',2,40,NULL,3,9,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'3e23e8160039594a/t3r9c1/indicator','3e23e8160039594a/t3',8,1,'quality','1','1.','Частка очищених джерел','%','90','90','85,5','85.5','станом на грудень','дощі','наступного року',2,40,NULL,3,9,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO line (doc, report, n, line_id, table_id, row, ordinal, level, code, name, is_total, part_of, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'ca978112ca1bbdca/t3r10c1/line','ca978112ca1bbdca/t3',9,1,1,'2240','Усього',1,'other',2,40,NULL,3,10,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'3e23e8160039594a/t3r10c1/line','3e23e8160039594a/t3',9,1,1,'2240','Усього',1,'other',2,40,NULL,3,10,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO mention (doc, report, n, unit, source, text, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'thousand_uah','heading','тис.грн',1,NULL,NULL,3,1,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,'million_uah','beside','млн грн',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'thousand_uah','heading','тис.грн',1,NULL,NULL,3,1,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,'million_uah','beside','млн грн',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO amount (doc, report, n, amount_id, subject, subject_id, role, year, period, fund, source, label, header_path, printed, words, mentions, table_id, row, col, is_total, level, printed_unit, printed_kopecks, settled_unit, kopecks, change, doubtful, confidence, alternative_kopecks, in_total, same_as, part_of, reason, clues, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'ca978112ca1bbdca/t3r2c3/amount','measure','ca978112ca1bbdca/t3r2c1/measure','planned',NULL,NULL,NULL,NULL,'разом',1,'12500,00','сто','[0]','ca978112ca1bbdca/t3',1,2,0,1,'thousand_uah',1250000000,'uah',1250000,'none',0,0.97,1250000000,'yes',NULL,NULL,2,'[1,2]',1,5,NULL,3,2,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,'ca978112ca1bbdca/t3r2c4/amount','measure','ca978112ca1bbdca/t3r2c1/measure','actual',NULL,NULL,NULL,NULL,'разом',3,'11250,00','сто','[0]','ca978112ca1bbdca/t3',1,3,0,1,'thousand_uah',1125000000,'uah',1125000,'none',0,0.97,1125000000,'yes',NULL,NULL,2,'[1,2]',1,5,NULL,3,2,4,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,'ca978112ca1bbdca/t3r3c3/amount','measure','ca978112ca1bbdca/t3r3c1/measure','planned',NULL,NULL,NULL,NULL,'разом',1,'25000,00','сто','[0]','ca978112ca1bbdca/t3',2,2,0,1,'thousand_uah',2500000000,'uah',2500000,'none',0,0.97,2500000000,'yes',NULL,NULL,2,'[1,2]',1,6,NULL,3,3,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,3,'ca978112ca1bbdca/t3r3c4/amount','measure','ca978112ca1bbdca/t3r3c1/measure','actual',NULL,NULL,NULL,NULL,'разом',3,'22500,00','сто','[0]','ca978112ca1bbdca/t3',2,3,0,1,'thousand_uah',2250000000,'uah',2250000,'none',0,0.97,2250000000,'yes',NULL,NULL,2,'[1,2]',1,6,NULL,3,3,4,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,4,'ca978112ca1bbdca/t3r12c3/amount','report','ca978112ca1bbdca/report1','planned',2023,'I півріччя','special','state','разом',1,'37500,00','сто','[0]','ca978112ca1bbdca/t3',11,2,1,1,'thousand_uah',3750000000,'uah',3750000,'rescaled',1,0.97,3750000000,'yes','a','b',2,'[1,2]',1,15,NULL,3,12,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,5,'ca978112ca1bbdca/p2/amount1','prose','p2','other',NULL,NULL,NULL,NULL,NULL,NULL,'7,5',NULL,'[1,0]',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,'unreadable',1,0.0,NULL,'unknown',NULL,NULL,NULL,NULL,1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'3e23e8160039594a/t3r2c3/amount','measure','3e23e8160039594a/t3r2c1/measure','planned',NULL,NULL,NULL,NULL,'разом',1,'12500,00','сто','[0]','3e23e8160039594a/t3',1,2,0,1,'thousand_uah',1250000000,'uah',1250000,'none',0,0.97,1250000000,'yes',NULL,NULL,2,'[1,2]',1,5,NULL,3,2,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,'3e23e8160039594a/t3r2c4/amount','measure','3e23e8160039594a/t3r2c1/measure','actual',NULL,NULL,NULL,NULL,'разом',3,'11250,00','сто','[0]','3e23e8160039594a/t3',1,3,0,1,'thousand_uah',1125000000,'uah',1125000,'none',0,0.97,1125000000,'yes',NULL,NULL,2,'[1,2]',1,5,NULL,3,2,4,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,'3e23e8160039594a/t3r3c3/amount','measure','3e23e8160039594a/t3r3c1/measure','planned',NULL,NULL,NULL,NULL,'разом',1,'25000,00','сто','[0]','3e23e8160039594a/t3',2,2,0,1,'thousand_uah',2500000000,'uah',2500000,'none',0,0.97,2500000000,'yes',NULL,NULL,2,'[1,2]',1,6,NULL,3,3,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,3,'3e23e8160039594a/t3r3c4/amount','measure','3e23e8160039594a/t3r3c1/measure','actual',NULL,NULL,NULL,NULL,'разом',3,'22500,00','сто','[0]','3e23e8160039594a/t3',2,3,0,1,'thousand_uah',2250000000,'uah',2250000,'none',0,0.97,2250000000,'yes',NULL,NULL,2,'[1,2]',1,6,NULL,3,3,4,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,4,'3e23e8160039594a/t3r12c3/amount','report','3e23e8160039594a/report1','planned',2023,'I півріччя','special','state','разом',1,'37500,00','сто','[0]','3e23e8160039594a/t3',11,2,1,1,'thousand_uah',3750000000,'uah',3750000,'rescaled',1,0.97,3750000000,'yes','a','b',2,'[1,2]',1,15,NULL,3,12,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,5,'3e23e8160039594a/p2/amount1','prose','p2','other',NULL,NULL,NULL,NULL,NULL,NULL,'7,5',NULL,'[1,0]',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,'unreadable',1,0.0,NULL,'unknown',NULL,NULL,NULL,NULL,1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL);
INSERT INTO ratio (doc, report, n, subject_id, table_id, row, col, year, fund, header_path, printed, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'x','ca978112ca1bbdca/t3',1,4,2022,'general',4,'80,00%',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'x','3e23e8160039594a/t3',1,4,2022,'general',4,'80,00%',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO finding (doc, report, n, finding_id, report_id, code, severity, confidence, subject, subject_id, args, expected_kopecks, found_kopecks, difference_kopecks, message, message_uk, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,0,0,'ca978112ca1bbdca/p1/finding',NULL,'letters_lost','info',0.5,'document','ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',NULL,NULL,NULL,NULL,'letters are missing','бракує літер',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(1,1,0,'ca978112ca1bbdca/report1/total','ca978112ca1bbdca/report1','total_mismatch','serious',0.99,'report','ca978112ca1bbdca/report1','[["rows","1, 2"],["role","planned"]]',3750000,3750100,100,'the rows give another sum','рядки дають іншу суму',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,0,0,'3e23e8160039594a/p1/finding',NULL,'letters_lost','info',0.5,'document','3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d',NULL,NULL,NULL,NULL,'letters are missing','бракує літер',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'3e23e8160039594a/report1/total','3e23e8160039594a/report1','total_mismatch','serious',0.99,'report','3e23e8160039594a/report1','[["rows","1, 2"],["role","planned"]]',3750000,3750100,100,'the rows give another sum','рядки дають іншу суму',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO execution_row (doc, report, n, year, planned_kopecks, actual_kopecks, doubtful, chosen, contested) VALUES
(1,1,0,NULL,3750000,3375000,0,1,0),
(2,1,0,NULL,3750000,3375000,0,1,0);
INSERT INTO problem (doc, n, category, page, detail) VALUES
(1,0,'truncated',2,'a span was cut'),
(2,0,'truncated',2,'a span was cut');
INSERT INTO paragraph (doc, block, kind, text, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,'heading','Звіт про виконання програми «Тихі джерела» (a)',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(1,2,'text','З місцевого бюджету використано 7,5 млн грн на пам’ятку природи у с. Вербова Лука.',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL),
(1,3,'furniture','Сторінка 1',1,3,NULL,NULL,NULL,NULL,3,NULL,NULL,NULL,NULL,NULL),
(2,1,'heading','Звіт про виконання програми «Інша програма» (b)',1,1,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL),
(2,2,'text','З місцевого бюджету використано 7,5 млн грн на пам’ятку природи у с. Вербова Лука.',1,2,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,NULL),
(2,3,'furniture','Сторінка 1',1,3,NULL,NULL,NULL,NULL,3,NULL,NULL,NULL,NULL,NULL);
INSERT INTO table_row (doc, tbl, row, header, hidden, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,1,0,1,4,NULL,3,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,0,0,1,5,NULL,3,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,0,1,1,6,NULL,3,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,1,0,1,4,NULL,3,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,0,0,1,5,NULL,3,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,0,1,1,6,NULL,3,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO cell (doc, tbl, row, n, col, row_span, col_span, single, moved, text, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,0,0,1,1,0,0,'№',1,4,NULL,3,1,1,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,0,1,1,1,1,1,0,'Захід',1,4,NULL,3,1,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,0,2,2,1,1,1,0,'План, тис.грн',1,4,NULL,3,1,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,0,3,3,1,1,1,0,'Факт',1,4,NULL,3,1,4,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,0,4,4,1,1,1,0,'Виконання',1,4,NULL,3,1,5,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,0,0,1,1,1,0,'1',1,5,NULL,3,2,1,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,1,1,1,1,0,0,'Очищення дже-
рел та криниць №1',1,5,NULL,3,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,2,2,1,1,1,0,'1250000',1,5,NULL,3,2,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,3,3,1,1,1,0,'1125000',1,5,NULL,3,2,4,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,4,4,1,1,0,0,NULL,1,5,NULL,3,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,0,0,1,1,1,0,'2',1,6,NULL,3,3,1,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,1,1,1,1,0,0,'Очищення дже-
рел та криниць №2',1,6,NULL,3,3,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,2,2,1,1,1,0,'2500000',1,6,NULL,3,3,3,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,3,3,1,1,1,0,'2250000',1,6,NULL,3,3,4,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,4,4,1,1,0,0,NULL,1,6,NULL,3,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,0,0,1,1,0,0,'№',1,4,NULL,3,1,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,1,1,1,1,1,0,'Захід',1,4,NULL,3,1,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,2,2,1,1,1,0,'План, тис.грн',1,4,NULL,3,1,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,3,3,1,1,1,0,'Факт',1,4,NULL,3,1,4,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,4,4,1,1,1,0,'Виконання',1,4,NULL,3,1,5,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,0,0,1,1,1,0,'1',1,5,NULL,3,2,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,1,1,1,1,0,0,'Очищення дже-
рел та криниць №1',1,5,NULL,3,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,2,2,1,1,1,0,'1250000',1,5,NULL,3,2,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,3,3,1,1,1,0,'1125000',1,5,NULL,3,2,4,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,4,4,1,1,0,0,NULL,1,5,NULL,3,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,0,0,1,1,1,0,'2',1,6,NULL,3,3,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,1,1,1,1,0,0,'Очищення дже-
рел та криниць №2',1,6,NULL,3,3,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,2,2,1,1,1,0,'2500000',1,6,NULL,3,3,3,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,3,3,1,1,1,0,'2250000',1,6,NULL,3,3,4,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,4,4,1,1,0,0,NULL,1,6,NULL,3,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part (doc, tbl, row, n, part, col, text, joined, moved, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,0,1,0,'№',1,0,1,4,NULL,3,1,1,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,1,1,1,'Очищення дже-',0,0,1,5,NULL,3,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,1,1,2,1,'рел та криниць №1',1,1,2,5,NULL,4,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,1,1,1,'Очищення дже-',0,0,1,6,NULL,3,3,2,NULL,NULL,NULL,NULL,NULL,NULL),
(1,1,2,1,2,1,'рел та криниць №2',1,1,2,6,NULL,4,3,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,0,1,0,'№',1,0,1,4,NULL,3,1,1,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,1,1,1,'Очищення дже-',0,0,1,5,NULL,3,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,1,1,2,1,'рел та криниць №1',1,1,2,5,NULL,4,2,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,1,1,1,'Очищення дже-',0,0,1,6,NULL,3,3,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,2,1,2,1,'рел та криниць №2',1,1,2,6,NULL,4,3,2,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO repair (doc, tbl, n, code, row, col, confidence, detail, page, line, sheet, frag, frag_row, frag_cell, para, x0, y0, x1, y1, ocr) VALUES
(1,1,0,'word_joined',1,1,0.75,'дже-',2,NULL,NULL,4,1,2,NULL,NULL,NULL,NULL,NULL,NULL),
(2,1,0,'word_joined',1,1,0.75,'дже-',2,NULL,NULL,4,1,2,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO search_text (docid, text) VALUES
(1,'чиста вода очищення джерел та криниць відділ води роботи завершено у с. вербова лука'),
(2,'чиста вода очищення джерел та криниць відділ води роботи завершено у с. вербова лука'),
(3,'частка очищених джерел станом на грудень дощі наступного року'),
(4,'усього'),
(5,'бракує літер letters are missing'),
(6,'рядки дають іншу суму the rows give another sum'),
(7,'звіт про виконання програми «тихі джерела» (а)'),
(8,'з місцевого бюджету використано 7,5 млн грн на пам''ятку природи у с. вербова лука.'),
(9,'чиста вода очищення джерел та криниць відділ води роботи завершено у с. вербова лука'),
(10,'чиста вода очищення джерел та криниць відділ води роботи завершено у с. вербова лука'),
(11,'частка очищених джерел станом на грудень дощі наступного року'),
(12,'усього'),
(13,'бракує літер letters are missing'),
(14,'рядки дають іншу суму the rows give another sum'),
(15,'звіт про виконання програми «інша програма» (b)'),
(16,'з місцевого бюджету використано 7,5 млн грн на пам''ятку природи у с. вербова лука.');

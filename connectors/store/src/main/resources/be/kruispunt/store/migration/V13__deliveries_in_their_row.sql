-- A document that goes out takes between two and three kilobytes, compressed. Three such rows fill a page; moved out of their
-- rows, each took two more rows and two entries of an index beside the table.
alter table delivery set (toast_tuple_target = 4080);

-- Two persons who were taken for one are derived each by himself again. The function knows the rows that it looks at by this name.
create trigger replaced_number_is_due_delete after delete on replaced_number referencing old table as new_rows
    for each statement execute function note_rights_due();
alter table replaced_number enable always trigger replaced_number_is_due_delete;

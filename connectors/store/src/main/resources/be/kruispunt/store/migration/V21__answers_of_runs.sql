-- An answer's number tells when it was given: its page is found by that (decision 0029).
create index rights_run_page_answered on rights_run_page (answered_at);

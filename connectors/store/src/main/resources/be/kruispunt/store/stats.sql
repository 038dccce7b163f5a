select (select count(*) from message), (select count(*) from message where refusal is not null),
    (select count(*) from message) - (select count(*) from queued), (select count(*) from business_case),
    (select count(*) from directory_line), (select count(*) from institution)

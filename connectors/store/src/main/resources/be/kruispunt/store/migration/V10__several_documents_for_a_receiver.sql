-- A message may become several documents for one receiver: ticket, receiver and the code of its type identify a document.
alter table delivery drop constraint delivery_pkey;
alter table delivery add constraint delivery_pkey primary key (ticket, receiver, document_code);

-- What was sent before this has a duplicate id at the broker that does not name the document, and keeps it when it is
-- delivered again. Null, which costs nothing, for all that follows.
alter table delivery add column former_id boolean default true;
alter table delivery alter column former_id drop default;

-- Until now a receiver had one document of a message. A state without a document is a broker's word on another store.
alter table delivery_state add column document_code text;
update delivery_state s set document_code = coalesce(
    (select d.document_code from delivery d where d.ticket = s.ticket and d.receiver = s.receiver), '');
alter table delivery_state drop constraint delivery_state_pkey;
alter table delivery_state add constraint delivery_state_pkey primary key (ticket, receiver, document_code);

drop trigger delivery_state_is_unchanged on delivery_state;
create trigger delivery_state_is_unchanged before update of ticket, receiver, document_code on delivery_state
    for each statement execute function refuse_change();
alter table delivery_state enable always trigger delivery_state_is_unchanged;

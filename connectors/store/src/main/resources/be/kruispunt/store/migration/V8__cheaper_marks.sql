-- What a message costs PostgreSQL, cheaper (docs/decisions/0017): the hub only adds rows, and changes none of a message.

-- Since when the broker has the documents of a message; without a row it is not known to have them. Before, the mark was an
-- update of the message, which found no room in its page three times of four and so touched every index, and a row of
-- delivery_state with two indexes.
create table queued (
    ticket uuid primary key,
    queued_at timestamptz
);

-- What was marked before version 4 has no moment. It was never delivered again after a loss of the broker, and is not now.
insert into queued (ticket, queued_at)
select m.ticket, (select min(s.queued_at) from delivery_state s where s.ticket = m.ticket)
from message m where m.delivered order by m.ticket;

alter table message drop column delivered;
alter table message set (fillfactor = 100);

-- What became of a document at its receiver; a row is made when the first of it is heard. What nobody took is sought when
-- the broker lost it, by the keys of delivery and of this.
drop index delivery_not_taken;
alter table delivery_state drop column queued_at;

-- Who asks for a message by its identifier is served by message_identifier_key, but for the few that do not hold theirs.
drop index message_instance;
create index message_instance on message (instance) where instance is not null and not owns_identifier;

create trigger queued_is_kept before update or delete or truncate on queued
    for each statement execute function refuse_change();
alter table queued enable always trigger queued_is_kept;

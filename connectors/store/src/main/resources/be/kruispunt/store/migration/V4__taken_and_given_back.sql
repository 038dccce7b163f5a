-- What became of a document, as far as the broker told: its row of delivery never changes. When it was queued for its
-- receiver; when the receiver accepted it; when it rejected it last.
create table delivery_state (
    ticket uuid not null,
    receiver text not null,
    queued_at timestamptz,
    taken_at timestamptz,
    returned_at timestamptz,
    primary key (ticket, receiver)
) with (fillfactor = 85);

-- What would have to be delivered again, if the broker lost it.
create index delivery_not_taken on delivery_state (ticket, receiver) where taken_at is null;

-- The token that the hub last left with the broker.
create table broker_token (
    only_row boolean primary key default true check (only_row),
    token uuid not null
);

-- A message that was refused for what stood around its bytes - a property, another kind of content - is not the first of
-- the same bytes: sent again as they should be, they are a new message, and not a repeat that gets the old refusal.
alter table message drop constraint message_content_key;
create unique index message_content_key on message (institution, digest)
    where refusal is null or refusal not in ('PROPERTY_NOT_ACCEPTED', 'CONTENT_NOT_ACCEPTED');

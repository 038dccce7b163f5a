-- An authorisation for a message about social rights names the statuses that may be reported, or the schemes that may be asked for.
alter table authorisation add column rights text[] not null default '{}';

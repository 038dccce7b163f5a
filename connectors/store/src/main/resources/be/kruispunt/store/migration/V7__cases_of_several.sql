-- A case has any number of participants, each with its role, and its acts say who sent them, to whom, about which earlier one.
alter table business_case add column participants jsonb, add column closes_at timestamptz;

update business_case c set
    participants = jsonb_build_array(
        jsonb_build_object('institution', c.owner, 'role', 'CASE_OWNER'),
        jsonb_build_object('institution', c.counterparty, 'role', 'COUNTERPARTY')),
    events = (
        select coalesce(jsonb_agg(jsonb_build_object(
            'ticket', e.event ->> 'ticket',
            'act', e.event ->> 'act',
            'by', case e.event ->> 'by' when 'CASE_OWNER' then c.owner else c.counterparty end,
            'to', jsonb_build_array(case e.event ->> 'by' when 'CASE_OWNER' then c.counterparty else c.owner end),
            'at', to_char(coalesce(m.received_at, now()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        ) order by e.position), '[]'::jsonb)
        from jsonb_array_elements(c.events) with ordinality as e (event, position)
        left join message m on m.ticket = (e.event ->> 'ticket')::uuid);

alter table business_case alter column participants set not null;

drop trigger business_case_is_unchanged on business_case;
alter table business_case drop column counterparty;
create trigger business_case_is_unchanged before update of id, process, owner, persons on business_case
    for each statement execute function refuse_change();
alter table business_case enable always trigger business_case_is_unchanged;

-- The cases that close by themselves, and when; few of the processes have such a time.
create index business_case_closes on business_case (closes_at) where closes_at is not null;

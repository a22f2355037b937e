-- Who ordered, and what they were written about: one row per order. Name and address are there once the order is heard.
create table correspondence (
    order_id uuid primary key,
    name     text,
    email    text,
    told     text not null default '',
    check ((name is null) = (email is null))
) with (fillfactor = 80);

-- Every message, once per order and event. It waits until it has an address; then it is due, and ends sent or failed.
create table notification (
    id          uuid        primary key,
    order_id    uuid        not null references correspondence (order_id),
    about       text        not null,
    subject     text        not null,
    body        text        not null,
    name        text,
    email       text,
    state       text        not null check (state in ('WAITING', 'DUE', 'SENT', 'FAILED')),
    channel     text,
    reason      text,
    occurred_at timestamptz not null,
    ended_at    timestamptz,
    due_at      timestamptz,
    attempts    integer     not null default 0,
    lease       uuid,
    last_error  text,
    cause       text,
    unique (order_id, about),
    check (state = 'WAITING' or email is not null)
) with (fillfactor = 80);

create index notification_due on notification (due_at) where due_at is not null;

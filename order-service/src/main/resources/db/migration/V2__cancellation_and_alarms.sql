alter table orders rename column reason to failure;
alter table orders rename column failed_at to ended_at;

alter table orders
  add column requested_at      timestamptz,
  add column requested_because text,
  add column deadline_at       timestamptz,
  add column redrive_at        timestamptz,
  add column redrives          int  not null default 0,
  -- What follows is how the alarm of an order is claimed.
  add column due_at            timestamptz,
  add column attempts          int  not null default 0,
  add column lease             uuid,
  add column last_error        text,
  add column cause             text;

-- Orders that were underway are given the time of a new one.
update orders set
  deadline_at = now() + interval '15 minutes',
  redrive_at  = now() + interval '30 seconds',
  due_at      = case when status in ('PENDING', 'PAID', 'CONFIRMED', 'COMPENSATING')
                     then now() + interval '30 seconds' end;

alter table orders
  alter column deadline_at set not null,
  alter column redrive_at  set not null;

create index orders_due on orders (due_at) where due_at is not null;

-- What operators did: kept for ever, and never changed.
create table operator_action (
  id       bigint      not null generated always as identity primary key,
  at       timestamptz not null default now(),
  operator text        not null,              -- who: the name of the log-in
  action   text        not null,              -- what: parked.replay, parked.discard, history.replay, reactions.pause ...
  subject  text        not null,              -- to what, in a few words
  why      text        not null,
  details  jsonb       not null default '{}'  -- enough to undo it: a discarded message is kept here
);

create function keep_operator_actions() returns trigger
language plpgsql as $$
begin
  raise exception 'what operators did is never changed';
end
$$;

create trigger operator_action_is_kept before update or delete or truncate on operator_action
  for each statement execute function keep_operator_actions();

-- One row while the reactions are paused, on all instances.
create table reactions_pause (
  singleton boolean     not null default true primary key check (singleton),
  since     timestamptz not null default now(),
  operator  text        not null,
  why       text        not null
);

-- A replay may be of a part of the outbox, may be meant for one reader, and may be paced.
alter table outbox_replay
  add column operator     text,                       -- who asked for it; null: the service itself
  add column types        text[],                     -- of these types only; null: of all
  add column subject      text,                       -- about this order or product only; null: about all
  add column said_from    timestamptz,                -- said at or after; null: as far back as is kept
  add column said_to      timestamptz,                -- said before; null: up to the request
  add column reader       text,                       -- for this service only; null: for whoever reacts to them
  add column per_second   int check (per_second > 0), -- how many a second; null: as fast as they go
  add column matching     bigint,                     -- how many there were at most when it was asked for; null: unknown
  add column started_at   timestamptz,                -- when its first part was gone through
  add column resume_at    timestamptz,                -- the next is not said before: its pace, on all instances
  add column not_taken    bigint not null default 0,  -- how many the reader's queue has not taken
  add column not_taken_because text,                  -- why not, of the first of them
  add column cancelled_at timestamptz;                -- when an operator ended it; it is finished then

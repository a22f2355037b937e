-- Parts of the outbox that are to be said once more under their own event ids. The relay works them off, oldest first.
create table outbox_replay (
  id           bigint      not null generated always as identity primary key,
  requested_at timestamptz not null default now(),
  reason       text        not null,
  position     bigint      not null,           -- the last id of the outbox that is done
  upto         bigint      not null,           -- the last id that is to be done
  said         bigint      not null default 0, -- how many facts were passed on the way
  finished_at  timestamptz,                    -- when it was done, or overtaken by one that says everything
  check (position <= upto)
);

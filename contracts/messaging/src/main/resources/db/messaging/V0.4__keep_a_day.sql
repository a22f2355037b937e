-- Makes the partitions of yesterday and the next days, and drops those that are too old to keep. A day of the outbox in
-- which something still waits to be published is never dropped. Runs as the owner of the tables: the service's own role
-- cannot change the schema, and cannot have the present day dropped.
create or replace function keep_partitions(outbox_days int, inbox_days int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (now() at time zone 'UTC')::date;
  day   date;
  old   record;
  waits boolean;
begin
  if outbox_days is null or inbox_days is null or outbox_days < 1 or inbox_days < 1 then
    raise exception 'at least a day is kept';
  end if;
  if not pg_try_advisory_xact_lock(hashtext('orderflow.partitions')) then
    return; -- another instance is at it
  end if;
  for day in select generate_series(today - 1, today + 3, interval '1 day')::date loop
    if to_regclass('outbox_' || to_char(day, 'YYYYMMDD')) is null then
      begin
        execute format('create table %I partition of outbox for values from (%L) to (%L)',
          'outbox_' || to_char(day, 'YYYYMMDD'),
          day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
      exception when check_violation then null; -- the default partition has rows of that day: they stay there
      end;
    end if;
    if to_regclass('inbox_' || to_char(day, 'YYYYMMDD')) is null then
      begin
        execute format('create table %I partition of inbox for values from (%L) to (%L)',
          'inbox_' || to_char(day, 'YYYYMMDD'),
          uuid_floor(day::timestamp at time zone 'UTC'), uuid_floor((day + 1)::timestamp at time zone 'UTC'));
      exception when check_violation then null;
      end;
    end if;
  end loop;
  for old in
    select child.relname as name, parent.relname as kind, to_date(right(child.relname, 8), 'YYYYMMDD') as day
    from pg_inherits
    join pg_class child on child.oid = inhrelid
    join pg_class parent on parent.oid = inhparent
    where parent.relname in ('outbox', 'inbox') and child.relname ~ '_[0-9]{8}$'
  loop
    if old.kind = 'inbox' and old.day < today - inbox_days then
      execute format('drop table %I', old.name);
    elsif old.kind = 'outbox' and old.day < today - outbox_days then
      execute format('select exists (select 1 from %I where published_at is null)', old.name) into waits;
      if not waits then
        execute format('drop table %I', old.name);
      end if;
    end if;
  end loop;
end
$$;

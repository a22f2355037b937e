-- The service's own role reads and writes the rows of every table that the owner makes, but the history of the schema is
-- the owner's alone. Said after every migration, as the owner.
do $$
declare
  other record;
begin
  for other in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema() and table_name = 'flyway_schema_history' and grantee <> current_user
  loop
    execute format('revoke insert, update, delete on flyway_schema_history from %I', other.grantee);
  end loop;
end
$$;

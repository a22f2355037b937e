-- What a newer version of the starter may add.
alter table outbox add column priority int not null default 0;
create table newer_record (id bigint not null primary key);

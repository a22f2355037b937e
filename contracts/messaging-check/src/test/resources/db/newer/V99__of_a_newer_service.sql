-- What a newer version of the service may add.
alter table newer_record add column remark text;

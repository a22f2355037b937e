-- An order is called off at the instant at which what it held was released, even if it held nothing: that instant says
-- both that and when.
update deduction set released_at = date_trunc('milliseconds', now()) where shipping_failed and released_at is null;

alter table deduction
    drop column shipping_failed,
    add check (decision <> 'RELEASED' or released_at is not null);

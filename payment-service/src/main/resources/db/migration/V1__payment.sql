-- One row per order: what was heard of it, what was decided, and the one operation that is open.
create table payment (
    order_id          uuid primary key,
    state             text not null check (state in
                      ('AWAITING_ORDER', 'CHARGING', 'CAPTURED', 'DECLINED', 'NEVER_CHARGED', 'REFUNDING', 'REFUNDED')),
    currency          text,
    amount            numeric,
    token             text,
    failure_reason    text,
    failure_cause     text,
    charge_decided_at timestamptz,
    charge_reference  text,
    decline_reason    text,
    refunded_at       timestamptz,
    refund_reference  text,
    due_at            timestamptz,
    attempts          int not null default 0,
    lease             uuid,
    last_error        text,
    cause             text,
    check (due_at is null or state in ('CHARGING', 'REFUNDING')),
    check (state = 'AWAITING_ORDER' or (currency is not null and amount is not null and token is not null)),
    check (state not in ('CAPTURED', 'REFUNDING', 'REFUNDED') or charge_reference is not null),
    check (state <> 'REFUNDED' or refund_reference is not null)
);

create index payment_due on payment (due_at) where due_at is not null;

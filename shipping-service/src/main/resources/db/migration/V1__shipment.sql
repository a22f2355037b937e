-- One row per order: what was heard of it, what was decided, and the booking while it is open.
create table shipment (
    order_id        uuid primary key,
    state           text not null check (state in ('AWAITING', 'BOOKING', 'SHIPPED', 'FAILED')),
    recipient       text,
    street          text,
    city            text,
    postal_code     text,
    country         text,
    address_known   boolean not null,
    goods_there     boolean not null,
    decided_at      timestamptz,
    carrier         text,
    tracking_number text,
    failure_reason  text,
    due_at          timestamptz,
    attempts        int not null default 0,
    lease           uuid,
    last_error      text,
    cause           text,
    check (due_at is null or state = 'BOOKING'),
    check (state = 'AWAITING' or (address_known and goods_there)),
    check (state <> 'SHIPPED' or (carrier is not null and tracking_number is not null)),
    check (state <> 'FAILED' or failure_reason is not null)
);

create index shipment_due on shipment (due_at) where due_at is not null;

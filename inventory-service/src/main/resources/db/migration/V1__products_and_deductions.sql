-- The catalogue and its stock. A hot product's row is updated once a batch: room on its page keeps these updates cheap.
create table product (
    sku            text   primary key check (sku ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name           text   not null,
    currency       text   not null check (currency ~ '^[A-Z]{3}$'),
    amount         numeric not null check (amount >= 0),
    version        bigint not null check (version >= 1),
    on_hand        bigint not null check (on_hand >= 0),
    listed_on_hand integer not null check (listed_on_hand >= 0)
) with (fillfactor = 50);

-- Every delivery of goods, once; the key is the asker's own name for it.
create table replenishment (
    id              uuid        primary key,
    sku             text        not null references product (sku),
    quantity        integer     not null check (quantity >= 1),
    on_hand         bigint      not null check (on_hand >= 0),
    idempotency_key text        unique,
    booked_at       timestamptz not null
);

-- What was heard of each order, and what was decided about its goods: one row per order, for ever.
create table deduction (
    order_id        uuid    primary key,
    lines           text,
    paid            boolean not null default false,
    shipping_failed boolean not null default false,
    decision        text    not null default 'WAITING'
        check (decision in ('WAITING', 'DEDUCTED', 'REFUSED', 'RELEASED')),
    reason          text,
    shortages       text,
    decided_at      timestamptz,
    released_at     timestamptz
) with (fillfactor = 70);

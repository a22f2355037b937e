-- The simulated provider's own books. Payment's tables never refer to them.
create schema provider;

-- Every request that reached the provider, however often.
create table provider.request (
    id              bigint generated always as identity primary key,
    idempotency_key uuid not null,
    order_id        uuid not null,
    kind            text not null,
    currency        text not null,
    amount          numeric not null,
    answer          text not null,
    received_at     timestamptz not null default now()
);

create index request_by_key on provider.request (idempotency_key);
create index request_by_order on provider.request (order_id);

-- What the provider decided, once per key. Nothing here is unique by order: a second charge of an order would show.
create table provider.entry (
    idempotency_key uuid primary key,
    order_id        uuid not null,
    kind            text not null check (kind in ('CAPTURE', 'DECLINE', 'REFUND')),
    currency        text not null,
    amount          numeric not null,
    reference       text not null,
    reason          text,
    made_at         timestamptz not null default now()
);

create index entry_by_order on provider.entry (order_id);

-- The simulated carrier's own books. Shipping's tables never refer to them.
create schema carrier;

-- Every request that reached the carrier, however often.
create table carrier.request (
    id              bigint generated always as identity primary key,
    idempotency_key uuid not null,
    order_id        uuid not null,
    answer          text not null,
    received_at     timestamptz not null default now()
);

create index request_by_key on carrier.request (idempotency_key);

-- What the carrier booked or refused, once per key. Nothing here is unique by order: a second shipment would show.
create table carrier.booking (
    idempotency_key uuid primary key,
    order_id        uuid not null,
    tracking_number text,
    refusal         text,
    booked_at       timestamptz not null default now(),
    check ((tracking_number is null) <> (refusal is null))
);

create index booking_by_order on carrier.booking (order_id);

create table orders (
  order_id            uuid           primary key,
  access_token        text           not null,
  customer_name       text           not null,
  customer_email      text           not null,
  ship_to_name        text           not null,
  ship_to_street      text           not null,
  ship_to_city        text           not null,
  ship_to_postal_code text           not null,
  ship_to_country     text           not null,
  payment_token       text           not null,
  lines               text           not null,
  currency            text           not null,
  total               numeric not null check (total >= 0),
  placed_at           timestamptz    not null,
  happened            text           not null,
  status              text           not null,
  reason              text,
  failed_at           timestamptz,
  entries             int            not null
) with (fillfactor = 80);

-- Ids sort by the time they were made: so this is also newest first within a status.
create index orders_by_status on orders (status, order_id);

create table timeline (
  order_id    uuid        not null,
  number      int         not null,
  type        text        not null,
  said_by     text        not null,
  occurred_at timestamptz not null,
  sentence    text        not null,
  primary key (order_id, number)
);

-- Our copy of inventory's catalogue.
create table product (
  sku        text primary key,
  version    bigint not null,
  name       text,
  currency   text,
  price      numeric,
  available  int,
  counted_at timestamptz
);

-- Which order an Idempotency-Key stands for, and what was asked with it.
create table idempotency_key (
  key         text primary key,
  fingerprint text not null,
  order_id    uuid not null,
  created_at  timestamptz not null default now()
);

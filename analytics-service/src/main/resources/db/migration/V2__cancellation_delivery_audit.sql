-- The facts of cancellation, delivery and refunds that fail, and what the auditor of the facts keeps.

alter table saga
  drop column status,
  drop column awaits,
  drop column ended_at;

alter table saga
  add column delivered_at              timestamptz,
  add column cancellation_requested_at timestamptz,
  add column shipping_cancelled_at     timestamptz,
  add column voided_at                 timestamptz,
  add column refund_failed_at          timestamptz,
  add column cancelled_at              timestamptz,
  add column cancellation_reason       text,
  -- What the auditor is to judge, and when: at first everything.
  add column due_at     timestamptz default now(),
  add column attempts   int not null default 0,
  add column lease      uuid,
  add column last_error text,
  add column cause      text;

alter table saga
  alter column due_at drop default,

  add column ended_at timestamptz generated always as (coalesce(delivered_at, failed_at, cancelled_at)) stored,

  -- When the refund was given up for which a person must act.
  add column refund_open_since timestamptz generated always as (
    case when refunded_at is null then refund_failed_at end) stored,

  add column status text not null generated always as (
    case
      when delivered_at is not null then 'DELIVERED'
      when shipped_at is not null then 'SHIPPED'
      when cancelled_at is not null then 'CANCELLED'
      when failed_at is not null then 'FAILED'
      when coalesce(payment_failed_at, deduction_failed_at, shipping_failed_at, shipping_cancelled_at,
                    voided_at, refund_failed_at, refunded_at, released_at) is not null then 'COMPENSATING'
      when deducted_at is not null then 'CONFIRMED'
      when paid_at is not null then 'PAID'
      else 'PENDING'
    end) stored,

  -- The types of the facts that are missing; where a service may answer otherwise, its other answer is as good.
  add column awaits text[] not null generated always as (
    case
      when coalesce(delivered_at, failed_at, cancelled_at) is not null then '{}'::text[]
      else array_remove(array[
        case when placed_at is null then 'v1.order.created' end,
        case
          when shipped_at is not null then 'v1.order.delivered'
          -- Shipping has to say whether it still ships.
          when cancellation_requested_at is not null and shipping_failed_at is null and shipping_cancelled_at is null
            then 'v1.shipping.cancelled'
          -- Nothing failed yet.
          when coalesce(payment_failed_at, deduction_failed_at, shipping_failed_at, shipping_cancelled_at,
                        voided_at, refund_failed_at, refunded_at, released_at) is null
            then case
              when deducted_at is not null then 'v1.order.shipped'
              when paid_at is not null then 'v1.inventory.updated'
              else 'v1.payment.processed'
            end
        end,
        -- Payment has to give back, or to say that it holds nothing.
        case
          when shipped_at is null
            and coalesce(deduction_failed_at, shipping_failed_at, shipping_cancelled_at, refund_failed_at, released_at)
                is not null
            and coalesce(refunded_at, voided_at, payment_failed_at) is null
            then case
              when coalesce(paid_at, deduction_failed_at, shipping_failed_at, refund_failed_at) is not null
                then 'v1.payment.refunded'
              else 'v1.payment.voided'
            end
        end,
        -- Inventory has to put back, or to say that it holds nothing.
        case
          when shipped_at is null and coalesce(shipping_failed_at, shipping_cancelled_at) is not null
            and released_at is null
            then 'v1.inventory.released'
        end,
        -- Nothing is owed any more: the order has to say its end.
        case
          when shipped_at is not null then null
          when cancellation_requested_at is not null and shipping_failed_at is null and shipping_cancelled_at is null
            then null
          when coalesce(refunded_at, voided_at, payment_failed_at) is null then null
          when coalesce(shipping_failed_at, shipping_cancelled_at) is not null and released_at is null then null
          when shipping_cancelled_at is not null then 'v1.order.cancelled'
          else 'v1.order.failed'
        end
      ], null)
    end) stored;

create index saga_status on saga (status, order_id);
create index saga_due on saga (due_at) where due_at is not null;

-- Something that must hold and does not. While it is open it is one row, however often it is found.
create table discrepancy (
  id          uuid        not null primary key,
  rule        text        not null,
  about       text        not null,
  detail      text        not null,
  found_at    timestamptz not null,
  resolved_at timestamptz
);

create unique index discrepancy_open on discrepancy (about, rule) where resolved_at is null;

-- What the facts of inventory tell of each product's stock, each movement once, however often it was said.
create table stock_movement (
  sku         text        not null,
  kind        text        not null check (kind in ('listed', 'replenished', 'deducted', 'released')),
  origin      text        not null,
  quantity    int         not null,
  on_hand     int,
  occurred_at timestamptz not null,
  heard_at    timestamptz not null,
  primary key (sku, kind, origin)
);

create index stock_movement_heard on stock_movement (heard_at);
create index event_log_heard on event_log using brin (heard_at);

-- What is judged again and again, a row each.
create table audit_round (
  id          uuid        not null primary key,
  name        text        not null unique,
  heard_until timestamptz not null default 'epoch',
  due_at      timestamptz,
  attempts    int         not null default 0,
  lease       uuid,
  last_error  text,
  cause       text
);

create index audit_round_due on audit_round (due_at) where due_at is not null;

insert into audit_round (id, name, due_at) values ('01a1fd1b-0000-7000-8000-000000000001', 'stock', now());

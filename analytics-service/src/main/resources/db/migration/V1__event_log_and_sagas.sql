-- Every event that was heard, once by its id, without personal data.
create table event_log (
  event_id     uuid        not null primary key,
  type         text        not null,
  said_by      text        not null,
  subject      text        not null,
  order_id     uuid,
  causation_id uuid,
  occurred_at  timestamptz not null,
  heard_at     timestamptz not null,
  attempt      int         not null,
  body         jsonb       not null
);

create index event_log_order on event_log (order_id, occurred_at) where order_id is not null;
create index event_log_time on event_log (occurred_at, type);

-- One row per order: the set of its facts, folded. Each milestone is the earliest time at which a fact told it, so facts that
-- come twice, late or in another order leave the same row. What follows from the milestones is derived here and nowhere else.
create table saga (
  order_id            uuid        not null primary key,
  placed_at           timestamptz,
  paid_at             timestamptz,
  deducted_at         timestamptz,
  shipped_at          timestamptz,
  payment_failed_at   timestamptz,
  deduction_failed_at timestamptz,
  shipping_failed_at  timestamptz,
  refunded_at         timestamptz,
  released_at         timestamptz,
  failed_at           timestamptz,
  currency            text,
  total               numeric,
  captured            numeric,
  refunded            numeric,
  failure_reason      text,
  first_at            timestamptz not null,
  last_at             timestamptz not null,
  last_fact           text        not null,

  ended_at timestamptz generated always as (coalesce(shipped_at, failed_at)) stored,

  status text not null generated always as (
    case
      when shipped_at is not null then 'SHIPPED'
      when failed_at is not null then 'FAILED'
      when coalesce(payment_failed_at, deduction_failed_at, shipping_failed_at, refunded_at, released_at) is not null
        then 'COMPENSATING'
      when deducted_at is not null then 'CONFIRMED'
      when paid_at is not null then 'PAID'
      else 'PENDING'
    end) stored,

  -- The types of the facts that are missing; where a step may also fail, its failure is as good an answer.
  awaits text[] not null generated always as (
    case
      when coalesce(shipped_at, failed_at) is not null then '{}'::text[]
      else array_remove(array[
        case when placed_at is null then 'v1.order.created' end,
        case
          when payment_failed_at is not null then 'v1.order.failed'
          when coalesce(deduction_failed_at, shipping_failed_at, released_at) is not null and refunded_at is null
            then 'v1.payment.refunded'
          when shipping_failed_at is not null and released_at is null then null
          when coalesce(deduction_failed_at, shipping_failed_at, refunded_at, released_at) is not null
            then 'v1.order.failed'
          when deducted_at is not null then 'v1.order.shipped'
          when paid_at is not null then 'v1.inventory.updated'
          else 'v1.payment.processed'
        end,
        case when shipping_failed_at is not null and released_at is null then 'v1.inventory.released' end
      ], null)
    end) stored
) with (fillfactor = 80);

create index saga_status on saga (status, order_id);
create index saga_time on saga (first_at);

-- One row per message to a customer. Sent once is sent, whatever else was told of it.
create table notification (
  notification_id uuid        not null primary key,
  order_id        uuid        not null,
  template        text        not null,
  sent_at         timestamptz,
  failed_at       timestamptz,
  first_at        timestamptz not null
);

create index notification_time on notification (first_at);

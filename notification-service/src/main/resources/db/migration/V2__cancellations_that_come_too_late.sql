-- What the answer to a customer's wish to cancel is made of: the wish, and the parcel that had left. They come in any
-- order.
alter table correspondence
    add column cancellation_asked_at timestamptz,
    add column carrier               text,
    add column tracking_number       text,
    add column shipped_at            timestamptz,
    add check (num_nonnulls(carrier, tracking_number, shipped_at) in (0, 3));

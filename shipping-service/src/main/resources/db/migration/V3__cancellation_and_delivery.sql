-- A shipment may be called off before it is booked, and is delivered after it was shipped.
alter table shipment
    add column cancellation_reason text,
    add column delivered_at        timestamptz,
    alter column state set default 'AWAITING',
    alter column address_known set default false,
    alter column goods_there set default false,
    drop constraint shipment_state_check,
    drop constraint shipment_check,
    drop constraint shipment_check1,
    drop constraint shipment_check2,
    drop constraint shipment_check3;

alter table shipment
    add constraint state_is_known
        check (state in ('AWAITING', 'BOOKING', 'SHIPPED', 'DELIVERED', 'FAILED', 'CANCELLED')),
    add constraint due_while_the_carrier_is_asked check (due_at is null or state in ('BOOKING', 'SHIPPED')),
    add constraint booked_with_address_and_goods
        check (state in ('AWAITING', 'CANCELLED') or (address_known and goods_there)),
    add constraint decided_at_some_time check (state in ('AWAITING', 'BOOKING') or decided_at is not null),
    add constraint shipped_by_somebody
        check (state not in ('SHIPPED', 'DELIVERED') or (carrier is not null and tracking_number is not null)),
    add constraint delivered_at_some_time check ((state = 'DELIVERED') = (delivered_at is not null)),
    add constraint failed_for_a_reason check (state <> 'FAILED' or failure_reason is not null),
    add constraint cancelled_for_a_reason check (state <> 'CANCELLED' or cancellation_reason is not null);

-- A carrier names the goods by its own number. Not unique: a carrier may use a number again after years.
create index shipment_by_tracking_number on shipment (tracking_number) where tracking_number is not null;

-- When the simulated carrier hands the goods over, decided with the booking; null: never.
alter table carrier.booking add column delivered_at timestamptz;

create index booking_by_tracking_number on carrier.booking (tracking_number) where tracking_number is not null;

-- What it booked before it delivered anything is there by now.
update carrier.booking set delivered_at = booked_at where tracking_number is not null;

update shipment set due_at = now() where state = 'SHIPPED' and carrier = 'Simulated Carrier';

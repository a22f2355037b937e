-- Orders that are called off before they are charged, refunds that the provider does not make, and what a person does
-- about them.
alter table payment rename column failure_reason to call_off_reason;
alter table payment rename column failure_cause to call_off_cause;
alter table payment rename column refunded_at to refund_decided_at;
alter table payment add column refund_failure text;
alter table payment add column refund_sequence int not null default 1;
alter table payment alter column state set default 'AWAITING_ORDER';

alter table payment drop constraint payment_state_check;
alter table payment drop constraint payment_check1; -- amount and token
alter table payment drop constraint payment_check2; -- charge_reference
alter table payment drop constraint payment_check3; -- refund_reference

-- An order that was called off before it was heard of is void from then on.
update payment set state = 'VOIDED' where state = 'NEVER_CHARGED';
update payment set state = 'VOIDED', charge_decided_at = date_trunc('milliseconds', now()), decline_reason = call_off_reason
 where state = 'AWAITING_ORDER' and call_off_reason is not null;

alter table payment
    add constraint known_state check (state in ('AWAITING_ORDER', 'CHARGING', 'CAPTURED', 'DECLINED', 'VOIDED',
                                                'REFUNDING', 'REFUND_FAILED', 'REFUNDED')),
    add constraint billed check (state in ('AWAITING_ORDER', 'VOIDED')
                                 or (currency is not null and amount is not null and token is not null)),
    add constraint called_off check (state not in ('VOIDED', 'REFUNDING', 'REFUND_FAILED', 'REFUNDED')
                                     or call_off_reason is not null),
    add constraint captured check (state not in ('CAPTURED', 'REFUNDING', 'REFUND_FAILED', 'REFUNDED')
                                   or charge_reference is not null),
    add constraint refund_failed check (state <> 'REFUND_FAILED' or refund_failure is not null),
    add constraint refunded check (state <> 'REFUNDED' or refund_reference is not null);

-- What a person did about a refund that failed.
create table refund_action (
    id              bigint generated always as identity primary key,
    order_id        uuid not null references payment,
    what            text not null check (what in ('RETRY', 'SETTLEMENT')),
    who             text not null,
    done_at         timestamptz not null,
    reference       text,
    found_reference text,
    note            text,
    check ((what = 'SETTLEMENT') = (reference is not null)),
    check (found_reference is null or what = 'SETTLEMENT')
);

create index refund_action_by_order on refund_action (order_id);
create unique index refund_settled_once on refund_action (order_id) where what = 'SETTLEMENT';

-- The provider's books: a refund may be refused, and what a test card does with a refund is known from its charge.
alter table provider.entry drop constraint entry_kind_check;
alter table provider.entry add constraint entry_kind_check
    check (kind in ('CAPTURE', 'DECLINE', 'REFUND', 'REFUND_REFUSED'));
alter table provider.entry add column card text;

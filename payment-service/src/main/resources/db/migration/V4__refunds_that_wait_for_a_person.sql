-- Few at any time, so that they are counted without reading all payments.
create index payment_refund_failed on payment (order_id) where state = 'REFUND_FAILED';

-- Few at any time, so that they are counted without reading the shipments that are under way.
create index shipment_booking on shipment (order_id) where state = 'BOOKING';

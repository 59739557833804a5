-- A write without an answer, of which no later look could tell whether it took effect.
alter table sync_receipt drop constraint sync_receipt_how_check;
alter table sync_receipt add constraint sync_receipt_how_check
  check (how in ('answered', 'read back', 'unanswered'));

-- The last attempt did not happen for certain: the tracker refused it, or it was never sent.
alter table sync_intent add column refused boolean not null default false;

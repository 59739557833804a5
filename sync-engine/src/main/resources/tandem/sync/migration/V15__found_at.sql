-- The tracker's time of what the plan of a write of a decision found there. An event that is not newer is not that write's.
alter table sync_intent add column found_at timestamptz;
alter table sync_receipt add column found_at timestamptz;

-- What was heard before a write was planned on it was seen by that plan, and was not lost to a later write.
-- Of what was heard before this column was there, nobody knows: it counts as seen.
alter table sync_heard add column newest_intent bigint not null default 0;

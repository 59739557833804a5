-- What was heard before a write's plan was looked for is no edit that the write replaced unseen. Of what was heard, looked
-- for and written before these columns were there nobody knows: it counts as seen.
alter table sync_heard add column news bigint not null default 0;
alter table sync_intent add column looked bigint not null default 9223372036854775807;
alter table sync_receipt add column looked bigint not null default 9223372036854775807;

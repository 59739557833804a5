-- On which side a twin is created for an issue that has none: left is Jira, right is Linear.
alter table mapping add column creates text check (creates in ('LEFT', 'RIGHT'));

-- How a full pass stands is kept by the engine (sync_backfill), with its place.
drop table backfill;

-- Edits that a write of ours overwrote without having seen them, as the trackers' events tell.
create table sync_overwritten (
  overwritten_id bigint      generated always as identity primary key,
  link_id        bigint      not null references sync_link on delete cascade,
  aspect         text        not null,
  side           text        not null check (side in ('left', 'right')),
  intent_id      bigint      not null,              -- the write
  before_value   text        not null,              -- what the write's plan had seen
  after_value    text        not null,
  lost_value     text        not null,              -- what it replaced instead
  made_at        timestamptz not null,              -- the tracker's time of the edit
  certain        boolean     not null,              -- it is newer than what the plan had seen
  found_at       timestamptz not null,
  restored_value text,                              -- what the side held when it was brought back
  heeded_at      timestamptz                        -- it was brought back, or is kept in a conflict
);
create unique index sync_overwritten_once on sync_overwritten (intent_id, md5(lost_value));
create index sync_overwritten_open on sync_overwritten (link_id) where heeded_at is null;

-- The tracker's time of what it held when the write was known to be applied, where it keeps one.
alter table sync_receipt add column held_at timestamptz;

-- What the last events told of a decision, where the tracker does not tell what a write replaced.
create table sync_heard (
  heard_id bigint      generated always as identity primary key,
  link_id  bigint      not null references sync_link on delete cascade,
  aspect   text        not null,
  side     text        not null check (side in ('left', 'right')),
  value    text        not null,
  at       timestamptz not null,                    -- the tracker's time of the change
  ours     boolean     not null
);
create unique index sync_heard_once on sync_heard (link_id, aspect, side, at, ours, md5(value));

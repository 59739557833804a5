-- Deletions of a link that wait for a person's yes.
create table sync_hold (
  hold_id         bigint generated always as identity primary key,
  installation_id bigint      not null,
  link_id         bigint      not null references sync_link on delete cascade,
  why             text        not null,             -- row of docs/reconcile.md
  aspects         text        not null,             -- what is to be deleted, parted by commas
  found_at        timestamptz not null,
  released_by     text,                             -- account id of who said yes
  released_at     timestamptz,
  ended_at        timestamptz,
  ending          text        check (ending in ('done', 'dismissed', 'lapsed')),
  check ((ended_at is null) = (ending is null))
);
create unique index sync_hold_present on sync_hold (link_id) where ended_at is null;
create index sync_hold_waiting on sync_hold (installation_id, hold_id) where ended_at is null;

-- How much was deleted lately.
create index sync_receipt_deletion on sync_receipt (installation_id, applied_at) where after_value = '';

-- The tracker's time of the newest look at a decision, where it keeps one: an event that is newer brings its value along.
alter table sync_observed add column seen_at timestamptz;

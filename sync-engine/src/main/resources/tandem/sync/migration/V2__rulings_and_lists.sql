-- What a person ruled about a link: the answer to an open conflict, or the undo of a receipt.
create table sync_ruling (
  ruling_id       bigint generated always as identity primary key,
  installation_id bigint      not null,
  link_id         bigint      not null references sync_link on delete cascade,
  aspect          text        not null,
  kind            text        not null check (kind in ('choice', 'undo')),
  value           text        not null,             -- what both sides are to hold
  left_value      text        not null,             -- what they held when it was given
  right_value     text        not null,
  receipt_id      bigint      references sync_receipt on delete cascade, -- the receipt that is undone
  given_by        text        not null,             -- account id
  given_at        timestamptz not null,
  ended_at        timestamptz,
  ending          text        check (ending in ('done', 'lapsed', 'replaced')),
  check ((ended_at is null) = (ending is null))
);
create unique index sync_ruling_open on sync_ruling (link_id, aspect) where ended_at is null;
create index sync_ruling_receipt on sync_ruling (receipt_id) where receipt_id is not null;

-- The lists that an admin pages through, newest first, one tenant each.
create index sync_link_tenant on sync_link (installation_id, link_id);
create index sync_receipt_tenant on sync_receipt (installation_id, receipt_id);
create index sync_conflict_tenant on sync_conflict (installation_id, conflict_id);
create index sync_dirty_quarantine on sync_dirty (installation_id, link_id) where quarantine is not null;

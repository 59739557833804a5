-- What Tandem knows about links. An aspect's values are text in the aspect's own notation, opaque
-- here: a second aspect (the decision log) is more rows, not more tables.

create table sync_link (
  link_id         bigint generated always as identity primary key,
  installation_id bigint      not null,
  mapping_id      bigint      not null,
  created_at      timestamptz not null
);
create index sync_link_mapping on sync_link (installation_id, mapping_id);

-- One issue of a link. It is stale where news > seen: something was said to have changed, but not what.
create table sync_link_side (
  link_id         bigint  not null references sync_link on delete cascade,
  side            text    not null check (side in ('left', 'right')),
  installation_id bigint  not null,
  issue_id        text    not null,
  issue_key       text    not null,
  observed_at     timestamptz,                      -- the tracker's time of the newest observation
  gone            boolean not null default false,
  news            bigint  not null default 1,
  seen            bigint  not null default 0,
  primary key (link_id, side),
  unique (installation_id, side, issue_id)
);

-- What a side was last observed to hold.
create table sync_observed (
  link_id bigint      not null references sync_link on delete cascade,
  side    text        not null check (side in ('left', 'right')),
  aspect  text        not null,
  value   text        not null,
  since   timestamptz not null,                     -- the tracker's time at which this value was first seen
  primary key (link_id, side, aspect)
);

-- The state on which both sides last agreed.
create table sync_base (
  link_id bigint      not null references sync_link on delete cascade,
  aspect  text        not null,
  value   text        not null,
  since   timestamptz not null,                     -- Tandem's time
  version bigint      not null default 1,           -- +1 with every new value
  primary key (link_id, aspect)
);

-- Changes that were written down before they were sent and are not known to be through.
create table sync_intent (
  intent_id    bigint generated always as identity primary key,
  link_id      bigint      not null references sync_link on delete cascade,
  side         text        not null check (side in ('left', 'right')),
  aspect       text        not null,
  before_value text        not null,
  after_value  text        not null,
  why          text        not null,                -- row of docs/reconcile.md
  answered     boolean     not null default false,  -- false: the side must be read back first
  caused_at    timestamptz not null,                -- the tracker's time of the edit that is mirrored
  written_at   timestamptz not null
);
create index sync_intent_link on sync_intent (link_id);

-- Changes that were applied.
create table sync_receipt (
  receipt_id      bigint generated always as identity primary key,
  installation_id bigint      not null,
  link_id         bigint      not null references sync_link on delete cascade,
  intent_id       bigint      not null unique,      -- a change has one receipt, however often it was tried
  side            text        not null check (side in ('left', 'right')),
  aspect          text        not null,
  before_value    text        not null,
  after_value     text        not null,
  why             text        not null,
  how             text        not null check (how in ('answered', 'read back')),
  loss            text,                             -- what the conversion lost, in words
  caused_at       timestamptz not null,
  applied_at      timestamptz not null
);
create index sync_receipt_link on sync_receipt (link_id, receipt_id);

create table sync_conflict (
  conflict_id     bigint generated always as identity primary key,
  installation_id bigint      not null,
  link_id         bigint      not null references sync_link on delete cascade,
  aspect          text        not null,
  base_version    bigint      not null,
  why             text        not null,             -- row of docs/reconcile.md
  left_value      text        not null,
  right_value     text        not null,
  chosen          text,                             -- the value that won; null while nobody chose
  found_at        timestamptz not null,
  closed_at       timestamptz,
  unique (link_id, aspect, base_version, left_value, right_value)
);
create index sync_conflict_open on sync_conflict (installation_id, link_id) where closed_at is null;

-- The dirty set: state, not events; one row per link that may need work.
create sequence sync_fence;
create table sync_dirty (
  link_id         bigint      primary key references sync_link on delete cascade,
  installation_id bigint      not null,
  gen             bigint      not null default 1,   -- +1 per event
  claimed_gen     bigint,                           -- gen at claim time
  due_at          timestamptz not null,             -- an event may bring it forward
  not_before      timestamptz not null default '-infinity', -- a rate limit; an event may not
  leased          boolean     not null default false,
  lease_until     timestamptz,
  owner           text,
  fence           bigint      not null default 0,   -- from the sequence: never reused after a delete
  setback         text,                             -- why the last attempt failed
  attempts        int         not null default 0,   -- failed ones in a row for that reason
  quarantine      text                              -- reason; null = healthy
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index sync_dirty_ready on sync_dirty (installation_id, due_at) where not leased and quarantine is null;
create index sync_dirty_lease on sync_dirty (lease_until) where leased;

-- Tenants that may not be worked on for a while; installation 0 stands for all of them.
create table sync_gate (
  installation_id bigint      primary key,
  until           timestamptz not null,
  why             text        not null
);

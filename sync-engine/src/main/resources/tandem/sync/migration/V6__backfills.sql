-- A full pass over a mapping: how far it has come, and who works on it. The last one of each mapping stays.
create table sync_backfill (
  mapping_id      bigint      primary key,
  installation_id bigint      not null,
  since           timestamptz not null,             -- issues changed before this are not looked at
  stage           text        not null check (stage in ('hints', 'left', 'right')),
  cursor          text        not null default '',  -- the vendor's place of the next page; empty: the first
  restarts        int         not null default 0,
  expected        bigint,                           -- about how many issues both sides have
  left_seen       bigint      not null default 0,
  right_seen      bigint      not null default 0,
  linked          bigint      not null default 0,
  created         bigint      not null default 0,
  foreign_hints   bigint      not null default 0,
  taken           bigint      not null default 0,
  calls           bigint      not null default 0,
  state           text        not null check (state in ('running', 'done', 'stopped', 'cancelled')),
  said            text        not null,             -- one sentence for the admin
  attempts        int         not null default 0,
  started_at      timestamptz not null,
  due_at          timestamptz not null,
  finished_at     timestamptz,
  owner           text,
  lease_until     timestamptz,
  fence           bigint      not null default 0
);

-- Right issues that name a twin, noted while a pass runs: what would otherwise be held in memory.
create table sync_twin_hint (
  hint_id        bigint generated always as identity,
  mapping_id     bigint  not null,
  left_key       text    not null,
  right_issue_id text    not null,
  right_key      text    not null,
  linked         boolean not null default false,    -- by this pass, and not observed since
  primary key (mapping_id, left_key, right_issue_id)
);
create index sync_twin_hint_right on sync_twin_hint (mapping_id, right_issue_id);

-- Pairs that a person took apart: what they say about each other does not link them again.
create table sync_parted (
  installation_id bigint      not null,
  mapping_id      bigint      not null,
  left_issue_id   text        not null,
  right_issue_id  text        not null,
  parted_at       timestamptz not null,
  primary key (installation_id, left_issue_id, right_issue_id)
);
create index sync_ruling_link on sync_ruling (link_id);  -- a removed link takes its rulings along

-- Twins that are to be created; written down before the tracker is asked, gone once the two are linked.
create table sync_creation (
  installation_id bigint      not null,
  mapping_id      bigint      not null,
  side            text        not null check (side in ('left', 'right')),  -- where the twin is created
  issue_id        text        not null,             -- the issue that gets one
  asked_at        timestamptz not null,
  primary key (installation_id, side, issue_id)
);

-- What sweeps found, by its cause.
create table sync_drift (
  mapping_id      bigint      not null,
  side            text        not null check (side in ('left', 'right')),
  cause           text        not null,
  installation_id bigint      not null,
  found           bigint      not null,
  last_at         timestamptz not null,             -- Tandem's time
  primary key (mapping_id, side, cause)
);

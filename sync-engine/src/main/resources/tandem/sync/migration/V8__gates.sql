-- What a tracker asked us to leave alone for a while: one side, of one tenant or of all (0), for every kind of
-- call or for one. sync_gate stays what stops a tenant altogether.
create table sync_side_gate (
  installation_id bigint      not null,
  side            text        not null check (side in ('left', 'right')),
  errand          text        not null,             -- 'all', or one kind of call
  until           timestamptz not null,
  why             text        not null,
  primary key (installation_id, side, errand)
);

-- Since when a link waits, whatever its next attempt's time.
alter table sync_dirty add column since timestamptz not null default now();

-- How far the regular sweep has looked through each side of a mapping, and what it found.
create table sync_sweep (
  mapping_id      bigint      not null,
  side            text        not null check (side in ('left', 'right')),
  installation_id bigint      not null,
  reached         timestamptz not null,             -- the tracker's time of the newest issue that was listed
  swept_at        timestamptz not null,             -- Tandem's time of the last pass that came through
  missed          bigint      not null,             -- changes that no event had told of, in all passes
  under_way       bigint      not null,             -- changes so fresh that their event may have been on its way
  primary key (mapping_id, side)
);

-- When a sweep last looked at an issue of a link for what no listing tells: its decisions, and that it is gone.
create table sync_revisit (
  link_id    bigint      not null references sync_link on delete cascade,
  side       text        not null check (side in ('left', 'right')),
  visited_at timestamptz not null,                  -- Tandem's time
  primary key (link_id, side)
);

-- Which of a workspace's webhooks is ours, by what it delivered, and whether it seems to be off.
create table linear_webhook (
  workspace_id text        primary key,
  webhook_id   text        not null,
  heard_at     timestamptz not null,               -- to the minute
  missed       bigint      not null default 0,     -- what sweeps had found when it was last looked at
  trouble      text                                -- for the admin; null: none known
);

-- One row per Jira site that installed the app. It outlives an uninstall: a reinstall finds its mappings.
create sequence installation_id;

create table installation (
  id            bigint primary key,
  client_key    text not null unique,
  base_url      text not null,
  display_url   text,
  product_type  text not null,
  cloud_id      text,
  shared_secret bytea not null,               -- sealed: installation.shared_secret
  installed     boolean not null,
  changed_at    timestamptz not null
);

-- Which Connect tenant a Forge installation belongs to.
create table forge_installation (
  forge_id   text primary key,
  client_key text not null references installation (client_key)
);

-- A started connection to Linear, waiting for the admin's browser to come back. Used once.
create table oauth_state (
  state_hash      bytea primary key,           -- SHA-256: the state itself is never stored
  installation_id bigint not null references installation,
  account_id      text not null,
  verifier        bytea not null,              -- sealed: oauth_state.verifier
  expires_at      timestamptz not null
);

create table linear_connection (
  installation_id bigint primary key references installation,
  workspace_id    text not null,
  workspace_name  text not null,
  workspace_url   text not null,
  access_token    bytea not null,              -- sealed: linear_connection.access_token
  refresh_token   bytea not null,              -- sealed: linear_connection.refresh_token
  expires_at      timestamptz not null,
  paused_because  text,                        -- null: it works
  connected_by    text not null,
  connected_at    timestamptz not null
);
create index linear_connection_workspace on linear_connection (workspace_id);

create table mapping (
  id              bigint generated always as identity primary key,
  installation_id bigint not null references installation,
  project_id      text not null,
  project_key     text not null,
  team_id         text not null,
  team_key        text not null,
  team_name       text not null,
  workspace_id    text not null,
  policy          text not null,
  unique (installation_id, project_id),
  unique (installation_id, team_id)
);

create table mapping_budget (
  mapping_id      bigint not null references mapping on delete cascade,
  name            text not null,
  share           int not null,
  jira_label      text not null,
  linear_label_id text not null,
  primary key (mapping_id, name)
);

-- The state of each mapping's first full pass, for people.
create table backfill (
  mapping_id  bigint primary key references mapping on delete cascade,
  state       text not null,
  said        text not null,
  started_at  timestamptz not null,
  finished_at timestamptz
);

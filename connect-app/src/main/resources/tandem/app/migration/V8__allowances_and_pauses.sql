-- What background work may still spend on a tracker: the table of bucket4j 8, by its documentation.
create table call_allowance (
  id         text primary key,                      -- whose, which side, how much an hour
  state      bytea,
  expires_at bigint
);

-- A person said stop. Whoever resumes takes the row away.
create table person_pause (
  installation_id bigint      not null references installation,
  mapping_id      bigint      references mapping on delete cascade, -- null: the whole connection
  paused_by       text        not null,             -- account id
  paused_at       timestamptz not null,
  unique nulls not distinct (installation_id, mapping_id)
);

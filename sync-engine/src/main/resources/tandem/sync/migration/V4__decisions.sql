-- A decision is an aspect of its own, "decision.<id>". Its values are the decision's JSON, opaque here; empty text
-- where it is not there. A base of empty text stays: the id is remembered, so that a document that a person takes
-- back out of the trash is known again.

-- Whether the decisions of a side were ever read; what an event or a listing says does not include them.
alter table sync_link_side add column decisions_read boolean not null default false;

-- Where a decision stands in its tracker, and what tells an echo of it from news.
alter table sync_observed
  add column unread text,                           -- why it cannot be read; its value is empty then
  add column ref    text,                           -- the tracker's own name for it
  add column mark   text;                           -- digest of ref and all of its text
create index sync_observed_ref on sync_observed (ref, side) where ref is not null;

-- The writes of one plan share its number and what both sides agree on once it is through.
create sequence sync_plan;
alter table sync_intent
  add column plan         bigint,
  add column agreed_value text;

-- A decision may have several conflicts at once, one for each of its parts, and long values.
alter table sync_conflict
  add column part       text not null default '',   -- the field or section, in words; empty for all of it
  add column base_value text,                       -- what was agreed
  add column note       text;                       -- the reason in words, where the row does not tell it all
alter table sync_conflict
  drop constraint sync_conflict_link_id_aspect_base_version_left_value_right__key;
create unique index sync_conflict_known
  on sync_conflict (link_id, aspect, part, base_version, md5(left_value), md5(right_value));

-- Documents that were said to have changed and belong to no issue that is known yet.
create table sync_unplaced (
  installation_id bigint      not null,
  side            text        not null check (side in ('left', 'right')),
  ref             text        not null,
  due_at          timestamptz not null,             -- when it may be asked for
  primary key (installation_id, side, ref)
);
create index sync_unplaced_due on sync_unplaced (due_at);

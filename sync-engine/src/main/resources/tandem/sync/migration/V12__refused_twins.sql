-- Why a tracker refused to create a twin; null while it did not.
alter table sync_creation
  add column issue_key text,                        -- of the issue that gets none, for people
  add column refused   text;

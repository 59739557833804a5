-- What the document was seen to be: where that turns out to be what we wrote, nothing need be asked.
-- Empty where it was seen to be several things.
alter table sync_unplaced add column mark text not null default '';

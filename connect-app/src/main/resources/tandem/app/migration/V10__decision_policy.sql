-- Who wins a conflict about a decision; null: the same as for the budget tag.
alter table mapping add column decision_policy text;

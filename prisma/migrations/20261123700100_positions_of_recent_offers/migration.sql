-- The index of the most recent offers tells where each is: those too far are never opened.
CREATE INDEX offer_recent_places ON search.offer (published_at DESC, offer_id)
  INCLUDE (kind, contract, occupation_code, starts_on, latitude, longitude);
DROP INDEX search.offer_recent;
ALTER INDEX search.offer_recent_places RENAME TO offer_recent;

-- An officer's approval has a fact of its own. Those that are still to be told to their organisation get it too.
UPDATE outbox_event e SET type = 'offer.approved'
WHERE e.type = 'offer.published' AND e.settled_at IS NULL AND NOT 'notify-offer' = ANY (e.done_jobs)
  AND 'approve' = (
    SELECT c.action FROM offer_change c
    WHERE c.offer_id = (e.payload ->> 'offerId')::uuid AND c.action IN ('publish', 'approve')
    ORDER BY c.at DESC, c.id DESC LIMIT 1);

-- Counting whom an offer has already asked reads this, not its hundreds of proposals.
CREATE INDEX match_decided ON match (offer_id, state) WHERE state <> 'proposed';

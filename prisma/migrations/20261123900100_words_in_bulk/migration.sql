-- The words of some twenty offers are put in their places together, which writes a third as much as one offer after the other. Until
-- then they stand in a list of 64 kB that each search reads to its end.
ALTER INDEX search.offer_words SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_sample_words SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_finer_sample_words SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_seasonal SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_volunteering SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_clause SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_cdi SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_cdd SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_interim SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_cddi SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_pec_cae SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_cui_cie SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_apprentissage SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_professionnalisation SET (fastupdate = on, gin_pending_list_limit = 64);
ALTER INDEX search.offer_words_other SET (fastupdate = on, gin_pending_list_limit = 64);

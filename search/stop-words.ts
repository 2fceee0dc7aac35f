/**
 * Words that say nothing about an offer, without accents: French articles, pronouns and prepositions, and what people
 * write around the occupation they look for.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a ai aie ainsi alors apres as au aucun aussi autour autre aux avec avez avoir avons bien car ce ceci cela celle celui
  ces cet cette ceux chaque chez comme comment dans de depuis des donc dont du elle elles en encore entre es est et etre
  eu eux faire fait il ils je jusque la le les leur leurs lors lui ma mais me meme mes mon ne ni nos notre nous on ont
  ou par parce pas pendant peu peut peux plus pour pourquoi qu quand que quel quelle quelles quels qui quoi sa sans se
  sera ses si son sont sous suis sur ta te tes toi ton tous tout toute toutes tres tu un une vers veux vos votre vous
  moi sommes serez serons seront aurez aurons etait etaient avait avaient ayant soit
  cherche chercher cherchons recherche recherchons recherchee emploi emplois job jobs offre offres hf`
    .split(/\s+/)
    .filter(Boolean),
)

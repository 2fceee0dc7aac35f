import { queryWords, singular } from './words.ts'

/** Everyday words for the same work, beside those that each occupation brings along. Phrases of a group stand for each other. */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = [
  ['ménage', 'femme de ménage', 'homme de ménage', 'agent d’entretien', 'nettoyage', 'agent de propreté'],
  ['nounou', 'garde d’enfants', 'assistante maternelle', 'babysitting', 'baby-sitter'],
  ['cuisto', 'cuistot', 'cuisinier', 'cuisinière'],
  ['vendanges', 'vendangeur', 'cueillette du raisin'],
  ['cueillette', 'cueilleur', 'récolte', 'ramassage de fruits', 'ramassage de légumes'],
  ['mise en rayon', 'employé libre-service', 'ELS', 'employé de rayon'],
  ['caissier', 'caissière', 'hôtesse de caisse', 'hôte de caisse'],
  ['chauffeur', 'conducteur', 'conductrice'],
  ['poids lourd', 'chauffeur routier', 'camionneur', 'PL'],
  ['cariste', 'chariot élévateur', 'fenwick'],
  ['manutentionnaire', 'manutention'],
  ['préparateur de commandes', 'préparation de commandes', 'picking'],
  ['aide à domicile', 'auxiliaire de vie', 'aide ménagère', 'assistante de vie'],
  ['serveur', 'serveuse', 'service en salle', 'garçon de café'],
  ['plongeur', 'plonge', 'vaisselle'],
  ['maçon', 'maçonnerie'],
  ['boulanger', 'boulangère', 'boulangerie'],
  ['pâtissier', 'pâtissière', 'pâtisserie'],
  ['boucher', 'bouchère', 'boucherie'],
  ['menuisier', 'menuiserie'],
  ['plombier', 'plomberie', 'chauffagiste'],
  ['électricien', 'électricité'],
  ['peintre en bâtiment', 'peinture en bâtiment'],
  ['couvreur', 'toiture', 'couverture de toit'],
  ['soudeur', 'soudure'],
  ['mécanicien', 'mécano', 'garagiste', 'mécanique auto'],
  ['jardinier', 'jardinage', 'espaces verts', 'paysagiste'],
  ['secrétaire', 'secrétariat', 'assistante administrative', 'assistant administratif'],
  ['vendeur', 'vendeuse', 'vente'],
  ['vigile', 'agent de sécurité', 'gardiennage'],
  ['éboueur', 'ripeur', 'ramassage des ordures'],
  ['ouvrier agricole', 'travail à la ferme', 'ouvrière agricole'],
  ['animateur', 'animatrice', 'animation'],
  ['livreur', 'livraison', 'coursier'],
  ['restaurant', 'restauration', 'resto'],
  ['usine', 'agent de production', 'opérateur de production', 'travail à la chaîne'],
  ['couturier', 'couturière', 'couture'],
  ['coiffeur', 'coiffeuse', 'coiffure'],
  ['déménageur', 'déménagement'],
  ['bénévolat', 'bénévole', 'volontariat'],
  ['bâtiment', 'BTP', 'travaux publics'],
]

const LONGEST_PHRASE = 4
const groups = SYNONYM_GROUPS.map((group) => group.map(queryWords).filter((words) => words.length > 0))
const keyOf = (words: readonly string[]) => words.map(singular).join(' ')

const groupByKey = new Map<string, string[][]>()
for (const group of groups) for (const words of group) groupByKey.set(keyOf(words), group)

/** One thing asked for: the words typed, and the phrases any of which will do; the typed words come first. */
export type SearchTerm = { words: string[]; alternatives: string[][] }

/** Splits query words into terms: the longest known phrases, with their synonyms, and single words. */
export function toTerms(words: readonly string[]): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (let start = 0; start < words.length; ) {
    let taken = words.slice(start, start + 1)
    let group: string[][] | undefined
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0 && !group; length--) {
      const phrase = words.slice(start, start + length)
      group = groupByKey.get(keyOf(phrase))
      if (group) taken = phrase
    }
    const others = (group ?? []).filter((phrase) => keyOf(phrase) !== keyOf(taken))
    terms.push({ words: taken, alternatives: [taken, ...others] })
    start += taken.length
  }
  return terms
}

/** The synonyms as Meilisearch takes them: from each phrase, with and without plural, to the others of its group. */
export function synonymMap(): Record<string, string[]> {
  const map: Record<string, string[]> = {}
  for (const group of groups) {
    for (const words of group) {
      const others = group.filter((phrase) => phrase !== words).map((phrase) => phrase.join(' '))
      for (const key of new Set([words.join(' '), keyOf(words), `${keyOf(words)}s`])) map[key] = others
    }
  }
  return map
}

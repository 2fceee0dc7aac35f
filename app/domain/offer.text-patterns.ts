import type { OfferFlag } from './offer.flags.ts'

/**
 * Passages looked for, in text without accents, in lower case. A match preceded by `unlessAfter`, or followed by
 * `unlessBefore`, is about other people (a public, a team of animals, a legal minimum) and is left alone.
 */
export type TextPattern = {
  flag: OfferFlag
  find: RegExp
  unlessAfter?: RegExp
  unlessBefore?: RegExp
}

const SEEK =
  '(?:cherch\\w*|recherch\\w*|recrut\\w*|embauch\\w*|engageons|souhait\\w*|voul\\w*|privilegi\\w*|prefer\\w*|reserv\\w*|ideal\\w*|convien\\w*|besoin|uniquement|exclusivement|seulement)'
const LINK = "(?:[\\s']+(?:un|une|des|de|d|du|la|le|les|l|a|au|aux|pour|plutot|nos|notre|\\d{1,2}))*[\\s']+"
const NUMBER_OF_YEARS = '(?:1[6-9]|[2-7]\\d)'

/** Somebody looked after, taught or received: the words after are about her or him. */
const PUBLIC =
  /(?:enfants?|ados?|adolescents?|mineurs?|eleves|etudiants|residents?|beneficiaires|usagers|patients?|clients?|publics?|groupes?|accompagn\w*|accueil\w*|encadr\w*|anim\w*|aupres|aid\w*|aide a|service de|destination|soutien|insertion|heberg\w*|seances?|personnes agees|seniors?)\b[^.!?\n]{0,40}$/

const PERSON =
  '(?:homme|femme|fille|garcon|dame|demoiselle|diplome|diplomee|candidat|candidate|collaborateur|collaboratrice|collegue|recrue|retraite|retraitee|actif|active|talent|professionnel|professionnelle|salarie|salariee|ouvrier|ouvriere|serveur|serveuse|vendeur|vendeuse|commercial|commerciale|cuisinier|cuisiniere|apprenti|apprentie|personne|bachelier|bacheliere|motive|motivee|dynamique)s?'

const PHONE =
  /(?<![\d,])(?:(?:\+|00)\s?33[\s.-]?(?:\(0\)\s?)?[1-9](?:[\s.-]?\d{2}){4}|0[1-9]([\s./-]?)\d{2}(?:\1\d{2}){3})(?!\d)/g

export const TEXT_PATTERNS: readonly TextPattern[] = [
  { flag: 'age', find: /\b(?:limite|condition|critere|tranche)s? d[' ]age\b/g },
  { flag: 'age', find: /\bage\s+(?:maximum|maximal|maxi?|requis|souhaite|ideal|limite)\b/g },
  {
    flag: 'age',
    find: new RegExp(
      `\\b(?:entre|de)\\s+${NUMBER_OF_YEARS}\\s+(?:et|a)\\s+${NUMBER_OF_YEARS}\\s+ans\\b`,
      'g',
    ),
    unlessAfter: PUBLIC,
  },
  {
    flag: 'age',
    find: new RegExp(`\\b${NUMBER_OF_YEARS}\\s*[-/]\\s*${NUMBER_OF_YEARS}\\s+ans\\b`, 'g'),
    unlessAfter: PUBLIC,
  },
  {
    flag: 'age',
    find: new RegExp(`\\b(?:moins|pas plus|jusqu[' ]?a) (?:de )?${NUMBER_OF_YEARS}\\s+ans\\b`, 'g'),
    unlessAfter: PUBLIC,
    unlessBefore: /^\s+(?:d[' ]|de )(?:anciennete|experience|existence|pratique)/,
  },
  {
    flag: 'age',
    find: new RegExp(`\\b${NUMBER_OF_YEARS}\\s+ans\\s+(?:max\\w*|au plus|revolus maximum)\\b`, 'g'),
  },
  {
    flag: 'age',
    find: /\bage(?:e|s|es)?\s+d[e' ]\s*(?!18\b|16\b)(?:1[79]|[2-7]\d)\s+ans\b/g,
    unlessAfter: PUBLIC,
  },
  {
    flag: 'age',
    find: new RegExp(
      `\\b(?:candidate?|personne|profil|postulante?)s?\\s+de\\s+(?!18\\b)${NUMBER_OF_YEARS}\\s+ans\\b`,
      'g',
    ),
    unlessBefore: /^\s+(?:d[' ]|de )(?:anciennete|experience)/,
  },
  { flag: 'age', find: /\b(?:retraite|senior)e?s?\s+(?:s[' ]abstenir|exclus?|bienvenu\w*)\b/g },
  { flag: 'age', find: new RegExp(`\\b${SEEK}${LINK}(?:retraite|senior)e?s?\\b`, 'g') },

  {
    flag: 'sex',
    find: /\b(?:profil|sexe|personnel|candidat\w*|equipe)\s+(?:exclusivement\s+|uniquement\s+)?(?:masculin|feminin)e?s?\b/g,
  },
  {
    flag: 'sex',
    find: new RegExp(
      `\\b${SEEK}${LINK}(?:hommes?|femmes?|monsieur|messieurs|dames?|demoiselles?|garcons?|filles?)\\b`,
      'g',
    ),
    unlessBefore:
      /^(?:\s*(?:\/|ou|et|et\/ou)\s*(?:les |des |aux |une? )?(?:hommes?|femmes?|messieurs|dames?|h\b|f\b)|\s+(?:de menage|de chambre|de service|toutes mains|d[' ]entretien|de pied|d[' ]equipage|de compagnie))/,
    unlessAfter: /(?:\b(?:hommes?|femmes?)\s*(?:\/|ou|et)\s*|aid\w*|accompagn\w*|accueil\w*)[^.!?\n]{0,30}$/,
  },
  {
    flag: 'sex',
    find: /\b(?:hommes?|femmes?|dames?|messieurs)\s+(?:uniquement|exclusivement|seulement|de preference|souhaitee?s?|exigee?s?|bienvenues?)\b/g,
    unlessAfter: /\b(?:hommes?|femmes?)\s*(?:\/|ou|et)\s*(?:les )?$/,
  },

  {
    flag: 'nationality',
    find: /\bnationalites?\b/g,
    unlessBefore: /^\s+(?:confondues|bienvenues|differentes)/,
    unlessAfter:
      /(?:toutes?|diverses|plusieurs|differentes|autres|sans condition de|quelle que soit (?:la|votre))\s+$/,
  },
  { flag: 'nationality', find: /\blangue\s+maternelle\b/g },
  {
    flag: 'nationality',
    find: /\b(?:ressortissant|citoyen)(?:e|s|es|ne|nes)?\s+(?:francais|europeen|de l[' ]union)\w*/g,
  },
  {
    flag: 'nationality',
    find: /\borigines?\s+(?:francaise|europeenne|africaine|maghrebine|etrangere|asiatique)s?\b/g,
    unlessAfter: /(?:viandes?|produits?|legumes?|fruits?|aliments?|cuisine|plats?|vins?)\b[^.!?\n]{0,25}$/,
  },
  {
    flag: 'nationality',
    find: /\bfrancais(?:e|es)?\s+(?:uniquement|exclusivement|de souche|exiges?|seulement)\b/g,
    unlessAfter: /(?:(?:produits?|viandes?|vins?|cuisine)\b[^.!?\n]{0,25}|en\s+|parle\w*\s+)$/,
  },
  {
    flag: 'nationality',
    find: new RegExp(
      `\\b${SEEK}${LINK}(?:personnes?|candidate?s?|ouvriers?|main[- ]d[' ]oeuvre)\\s+(?:francais|europeen|etranger|roumain|polonais|marocain|portugais)\\w*`,
      'g',
    ),
  },

  { flag: 'family', find: /\bcelibataires?\b/g, unlessAfter: PUBLIC },
  {
    flag: 'family',
    find: /\bsituations?\s+(?:de\s+famille|familiale|matrimoniale)s?\b/g,
    unlessAfter: PUBLIC,
  },
  {
    flag: 'family',
    find: /\bsans\s+(?:enfants?|charges?\s+(?:de\s+famille|familiales?)|attaches?|obligations?\s+familiales?)\b/g,
    unlessBefore: /^\s+(?:avec|a bord|presents?)/,
  },
  {
    flag: 'family',
    find: /\b(?:vous etes|etre|candidate?s?|personnes?)\s+(?:mariee?s?|en couple|enceintes?|divorcee?s?|pacsee?s?)\b/g,
    unlessAfter: PUBLIC,
  },
  {
    flag: 'family',
    find: /\bnon\s+enceintes?\b|\b(?:pas|aucun)\s+(?:de\s+)?(?:projet\s+de\s+)?(?:grossesse|maternite)\b/g,
  },
  {
    flag: 'family',
    find: new RegExp(`\\b${SEEK}${LINK}(?:meres?|peres?)\\s+(?:de\\s+famille|au\\s+foyer)\\b`, 'g'),
  },

  {
    flag: 'health',
    find: /\b(?:en\s+)?(?:bonne|excellente|parfaite)\s+sante\b/g,
    unlessBefore: /^\s+(?:du|des|de la|de leurs?|de nos)\b/,
    unlessAfter:
      /(?:conseils?|alimentation|alimentaire|animaux|troupeau|vaches?|plantes?|gard\w*|rest\w*|education|promotion|vieillir|habitants?)\b[^.!?\n]{0,40}$/,
  },
  { flag: 'health', find: /\bbon(?:ne)?\s+(?:etat|constitution)\s+(?:de\s+sante|physique)\b/g },
  {
    flag: 'health',
    find: /\b(?:sans|aucun|pas\s+de|ni)\s+(?:probleme|souci|antecedent|trouble|maladie)s?\s+(?:de\s+)?(?:sante|dos|medica\w+|physique|chronique|cardiaque)s?\b/g,
  },
  {
    flag: 'health',
    find: /\b(?:sans|aucun|pas\s+de)\s+handicaps?\b|\bpersonnes?\s+valides?\b|\bhandicape?e?s?\s+s[' ]abstenir\b/g,
    unlessAfter: /(?:avec (?:ou|et)|et|ou)\s+$/,
  },
  {
    flag: 'health',
    find: /\bnon[- ]fumeu(?:r|rs|se|ses)\b/g,
    unlessAfter: /(?:espace|zone|etablissement|logement|chambre|local|vehicule|maison)s?\s+$/,
  },

  {
    flag: 'youth',
    find: new RegExp(`\\bjeunes?\\s+(?:et\\s+)?${PERSON}\\b`, 'g'),
    unlessAfter: PUBLIC,
  },
  {
    flag: 'youth',
    find: new RegExp(`\\b${SEEK}${LINK}jeunes?\\b`, 'g'),
    unlessBefore:
      /^\s+(?:enfants?|public|publics|entreprises?|societes?|associations?|start|structures?|etablissements?|marques?|enseignes?|exploitations?|pousses?|plants?|plantes?|vignes?|arbres?|bovins?|veaux|agneaux|animaux|chiens?|poulains?|chevaux|sportifs?|adultes?)/,
  },
  {
    flag: 'youth',
    find: /\b(?:vous etes|etre|esprit|profil|candidate?|personne|equipe|ambiance|assez|plutot)\s+jeune\b/g,
    unlessAfter: PUBLIC,
  },
  {
    flag: 'youth',
    find: /\bjeune\s*(?:,|et)\s+(?:\w+\s+)?(?:dynamique|motivee?|sportif|sportive|souriante?|energique|volontaire|conviviale?)\b/g,
  },
  { flag: 'youth', find: /\bjeune\s+equipe\b/g },
  {
    flag: 'youth',
    find: /\bjeunes\s+(?:uniquement|exclusivement|seulement|bienvenus|de preference)\b/g,
    unlessAfter: PUBLIC,
  },
  { flag: 'youth', find: /^jeunes?\s+(?:[a-z]+\s+)?(?:h\/f|f\/h|pour|de vente)\b/g },

  {
    flag: 'contact',
    find: /[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\(arobase\)|\sarobase\s)\s?[\w-]{1,64}(?:\s?(?:\.|\(dot\)|\spoint\s)\s?[a-z]{2,20}){1,4}/g,
  },
  { flag: 'contact', find: PHONE },
]

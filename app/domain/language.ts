/** The languages most spoken around here, as a CV names them: these are asked first. */
export const USUAL_LANGUAGES = [
  'français',
  'anglais',
  'arabe',
  'espagnol',
  'portugais',
  'polonais',
  'roumain',
  'turc',
] as const

/** Other languages to choose from, by name. */
export const OTHER_LANGUAGES = [
  'albanais',
  'allemand',
  'arménien',
  'bambara',
  'bengali',
  'berbère',
  'bulgare',
  'chinois',
  'comorien',
  'créole',
  'dari',
  'géorgien',
  'italien',
  'kurde',
  'langue des signes',
  'lingala',
  'malgache',
  'néerlandais',
  'ourdou',
  'pachto',
  'peul',
  'romani',
  'russe',
  'serbe',
  'somali',
  'soninké',
  'swahili',
  'tamoul',
  'tigrigna',
  'ukrainien',
  'vietnamien',
  'wolof',
] as const

const KNOWN: readonly string[] = [...USUAL_LANGUAGES, ...OTHER_LANGUAGES]

/** True when the lists above name this language. */
export const isListedLanguage = (language: string): boolean => KNOWN.includes(language)

// Where numbers stand in memory. These are plain constants: the core (AssemblyScript) and the TypeScript around it read this one file.

/** The words of an entry, the same for people and offers, so that a block is read in one sweep. */
export const ENTRY_WORDS = 10
/** Where the record stands in the pool's records. */
export const RECORD = 0
/**
 * Kinds, publics, contracts (all of them when none is named), experience (the most of all projects; or wanted), open to anything,
 * number of skills wanted.
 */
export const FLAGS = 1
/** Quarter-days, one bit each; all of them for a person who named none: her schedule suits any offer. */
export const SLOTS = 2
export const PLACE = 3
/** One bit of 64 for each skill, in two words: a bit that is missing proves that a skill is. */
export const SKILLS = 4
/** One bit for each of the 31 first licences; the last bit stands for all others. */
export const LICENCES = 6
/** Day of availability, or of the start: days since 1970. `NO_DAY` when there is none. */
export const FROM = 7
/** For a person the travel limit in whole km, rounded up; for an offer its last day. Entries of a block stand by falling LAST. */
export const LAST = 8
/** One bit of 32 for each skill, chosen otherwise than in SKILLS: a skill that one of them hides by chance the other may show missing. */
export const SKILLS_AGAIN = 9

// A record: eight words, then projects (occupation × 4 + level), skills and licences, as numbers of one or two halves.
/** The id, in four words: that of the ids' texts is the order of the first words that differ, without a sign. */
export const ID = 0
/** The number of whoever it is, in the pool. */
export const SLOT = 4
/** Where the skills, the licences and what comes behind start: so many bytes from the start of the record. */
export const SKILLS_AT = 5
export const LICENCES_AT = 6
export const RECORD_END = 7
export const RECORD_HEAD = 8
/** A number below this takes half a word, another both halves, of which the first has this bit. */
export const LONG_NUMBER = 0x8000
/** So many words behind the last record may be read ahead. */
export const RECORD_AHEAD = 32

/** The words of a block: where its run starts and how long it is, the room of the run, and the LAST of its first entry. */
export const BLOCK_START = 0
export const BLOCK_LENGTH = 1
export const BLOCK_ROOM = 2
export const BLOCK_MOST = 3
/** Then what its entries have together: each bit that one of them ever had in FLAGS, LICENCES and SKILLS. */
export const BLOCK_FLAGS = 4
export const BLOCK_LICENCES = 5
export const BLOCK_SKILLS = 6
export const BLOCK_WORDS = 8

/** Bytes of a row kept: its key (top.ts), where its entry stands, how its id starts, distance (km). */
export const ROW_BYTES = 24
export const ROW_KEY = 0
export const ROW_ENTRY = 8
export const ROW_ID = 12
export const ROW_KM = 16

/** Bytes of a row told: distance (km), proximity (0–1), score, then the tenths of the seven criteria in the order of CRITERIA. */
export const TOLD_BYTES = 48
export const TOLD_KM = 0
export const TOLD_PROXIMITY = 8
export const TOLD_SCORE = 16
export const TOLD_POINTS = 20

/** Bytes of the text of an id, and the dash in it. */
export const ID_TEXT_BYTES = 36
export const DASH = 45

/**
 * Bytes of a block gathered: start and end of its entries, points of its proximity, most that travel could bring, least distance (km),
 * level had, where the entries of its index stand, and the most that one of its people could score but for travel and skills.
 */
export const GATHERED_BYTES = 40
export const GATHERED_START = 0
export const GATHERED_END = 4
export const GATHERED_NEAR = 8
export const GATHERED_TRAVEL = 12
export const GATHERED_GAP = 16
export const GATHERED_LEVEL = 24
export const GATHERED_INDEX = 28
export const GATHERED_MOST = 32
/** As many blocks are gathered before any is read. */
export const MOST_GATHERED = 512

/** Bytes of a candidate: its entry, the most it could score, the most that travel could bring it, and what schedule, start and contract do. */
export const CANDIDATE_BYTES = 16
export const CANDIDATE_ENTRY = 0
export const CANDIDATE_MOST = 4
export const CANDIDATE_TRAVEL = 8
export const CANDIDATE_REST = 12
/** As many are weighed together: enough for memory to answer many at once, few enough for the floor to rise meanwhile. */
export const MOST_CANDIDATES = 32

/** Distances asked lately, one for each of so many keys: the question, the place, and km. */
export const DISTANCE_KEYS = 512
export const DISTANCE_BYTES = 16

/** The indexes of a pool: by occupation, by place; in each as many layers at most. Bytes of what is known of one (core/layers.ts). */
export const BY_OCCUPATION = 0
export const BY_PLACE = 1
export const MOST_LAYERS = 8
export const LAYER_BYTES = 36
/** Bytes of a cell around a question: how near it could be, its number, the most that travel could bring. */
export const AROUND_BYTES = 16

/** Bytes of a family noted: its number, the points of its proximity, the level had in it. */
export const FAMILY_BYTES = 12
/** As many families are swept together: enough for memory to answer many at once, few enough for the floor to rise meanwhile. */
export const MOST_FAMILIES = 96

/** Bytes of a list of near occupations: where they and their proximities stand, how many, how many were swept, the level had. */
export const LIST_BYTES = 20

/** Slots met: the first table of keys, each the question and the slot; a table twice as long follows each. */
export const FIRST_KEYS = 1024
export const KEY_BYTES = 8

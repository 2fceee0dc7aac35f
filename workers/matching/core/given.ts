// What the core is given when it starts (core-instance.ts): numbers of the domain and of the entries, and what it asks back.

/** Tenths of a point, by the names of tenths.ts. */
export declare const TRAVEL: f64
export declare const OCCUPATION: f64
export declare const ALL_SKILLS: f64
export declare const FULL_TRAVEL_TENTHS: i32
export declare const FULL_SKILL_TENTHS: i32
export declare const FULL_SCHEDULE_TENTHS: i32
export declare const FULL_CONTRACT_TENTHS: i32
export declare const FULL_REST_TENTHS: i32
export declare const LEVELS: i32
export declare const LATENESSES: i32
export declare const SCHEDULE_ROW: i32
export declare const START_TOLERANCE_DAYS: i32
/** Proximities (0–1) of those who are open. */
export declare const OPEN_PERSON: f64
export declare const OPEN_OFFER: f64
/** The Earth's radius in m (geo.ts). */
export declare const EARTH_RADIUS_M: f64
/** A hair under the Earth's radius, and the rounding of the unit vectors, in km. */
export declare const CHORD_RADIUS_KM: f64
export declare const CHORD_ERROR_KM: f64
/** A hair under the Earth's diameter in km, and a degree in radians. */
export declare const DIAMETER_KM: f64
export declare const RADIANS: f64
/** Bits of an entry's flags. */
export declare const KINDS_MASK: i32
export declare const PUBLICS_MASK: i32
export declare const EXPERIENCE_MASK: i32
export declare const EXPERIENCE_SHIFT: i32
export declare const OPEN_FLAG: i32
export declare const WHOLE_LIMIT_FLAG: i32
export declare const WANTED_SHIFT: i32
export declare const MANY_SKILLS: i32
export declare const CONTRACTS_MASK: i32
export declare const OTHER_LICENCES: i32
/** The family of those who are open (layers.ts). */
export declare const OPEN: i32
/** Where the tables of tenths stand. */
export declare const START_TENTHS: usize
export declare const EXPERIENCE_TENTHS: usize
export declare const SCHEDULE_TENTHS: usize
/** Where the core keeps its own marks. */
export declare const GATHERED: usize
export declare const CANDIDATES: usize
export declare const DISTANCES: usize
/** What is read ahead is written here, so that reading ahead is not left out. */
export declare const NOWHERE: usize
export declare const LAYERS: usize
export declare const FAMILIES: usize

/** Sine, of radians, and its inverse, as JavaScript has them. */
export declare function sine(angle: f64): f64
export declare function arcsine(value: f64): f64
/** The exact travel limit in km of whoever stands in a slot. */
export declare function limitOf(slot: i32): f64

// The question being answered. What is said of bits and days in layout.ts and ask.ts holds here.
export let turn: i32 = 0
/** Whether people are looked for, or offers; and the day, since 1970. */
export let findsPeople: bool = false
export let today: i32 = 0
export let kinds: i32 = 0
export let publics: i32 = 0
export let contracts: i32 = 0
export let level: i32 = 0
export let slots: i32 = 0
export let skills: u64 = 0
export let skillsAgain: i32 = 0
export let licences: i32 = 0
export let available: i32 = 0
export let from: i32 = 0
export let last: i32 = 0
export let isOpen: bool = false
export let limitKm: f64 = 0
export let x: f64 = 0
export let y: f64 = 0
export let z: f64 = 0
export let latitude: f64 = 0
export let longitude: f64 = 0
/** The cosine of the latitude. */
export let cosine: f64 = 0

// What the question names, and where what it is compared with stands.
export let skillCount: i32 = 0
export let skillTenths: usize = 0
export let skillMarks: usize = 0
export let licenceList: usize = 0
export let licenceEnd: usize = 0
export let proximities: usize = 0
export let levels: usize = 0
/** By occupation: the turn of the last question that swept it. Two projects may be as near. */
export let swept: usize = 0
export let records: usize = 0
export let vectors: usize = 0
export let positions: usize = 0

/** Reads what the question asks for. */
export function readAsked(
  isForPeople: bool,
  day: i32,
  askedKinds: i32,
  askedPublics: i32,
  askedContracts: i32,
  askedLevel: i32,
  askedSlots: i32,
  askedSkills: u32,
  moreSkills: u32,
  againSkills: i32,
  askedLicences: i32,
  askedAvailable: i32,
  askedFrom: i32,
  askedLast: i32,
  askedOpen: bool,
  askedLimitKm: f64,
  askedX: f64,
  askedY: f64,
  askedZ: f64,
  askedLatitude: f64,
  askedLongitude: f64,
  askedCosine: f64,
): void {
  turn++
  findsPeople = isForPeople
  today = day
  kinds = askedKinds
  publics = askedPublics
  contracts = askedContracts
  level = askedLevel
  slots = askedSlots
  skills = (u64(moreSkills) << 32) | u64(askedSkills)
  skillsAgain = againSkills
  licences = askedLicences
  available = askedAvailable
  from = askedFrom
  last = askedLast
  isOpen = askedOpen
  limitKm = askedLimitKm
  x = askedX
  y = askedY
  z = askedZ
  latitude = askedLatitude
  longitude = askedLongitude
  cosine = askedCosine
}

/** Reads where the question's lists and marks stand. */
export function readLists(
  tenthsAt: usize,
  count: i32,
  skillMarksAt: usize,
  licencesAt: usize,
  licencesEnd: usize,
  proximitiesAt: usize,
  levelsAt: usize,
  sweptAt: usize,
  recordsAt: usize,
  vectorsAt: usize,
  positionsAt: usize,
): void {
  skillTenths = tenthsAt
  skillCount = count
  skillMarks = skillMarksAt
  licenceList = licencesAt
  licenceEnd = licencesEnd
  proximities = proximitiesAt
  levels = levelsAt
  swept = sweptAt
  records = recordsAt
  vectors = vectorsAt
  positions = positionsAt
}

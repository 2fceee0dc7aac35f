/** What a file of CV may be: told by its content, never by its name. */
export const CV_FILE_FORMATS = ['pdf', 'jpeg', 'png'] as const
export type CvFileFormat = (typeof CV_FILE_FORMATS)[number]

/** The file of CV that a person added, without its content: one a person. `size` is in bytes. */
export type CvFile = { id: string; profileId: string; format: CvFileFormat; size: number; addedAt: Date }

/** The heaviest file taken, in bytes: 5 MB (issue 5, "Profile and CV"). */
export const MAX_CV_FILE_BYTES = 5 * 1024 * 1024

/** Why a file is not kept. */
export const CV_FILE_FAULTS = ['missing', 'too_heavy', 'not_a_cv', 'damaged', 'locked', 'active'] as const
export type CvFileFault = (typeof CV_FILE_FAULTS)[number]

/** For how long an address of a file opens it, in seconds: the time to follow it. */
export const CV_FILE_ADDRESS_SECONDS = 120

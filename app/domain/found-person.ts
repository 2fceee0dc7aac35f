/** Months of birth as numbers: 1 for January. */
export const BIRTH_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Somebody as the hotline tells people apart. `birthMonth` is 1 to 12; `isSameContact`: the phone or the e-mail is the one asked for. */
export type FoundPerson = {
  accountId: string
  profileId: string | null
  role: string
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  communeName: string | null
  birthMonth: number | null
  status: 'active' | 'suspended'
  createdAt: Date
  isSameContact: boolean
}

/** "06 •• •• •• 12": the ends of a French number in E.164, enough to tell two apart and too little to call. */
export const maskedPhone = (e164: string): string => `0${e164.slice(3, 4)} •• •• •• ${e164.slice(-2)}`

/** "n••••@example.org". */
export const maskedEmail = (email: string): string =>
  `${email.slice(0, 1)}••••${email.slice(email.indexOf('@'))}`

/** The profiles of these people; some have none. */
export const profilesOf = (people: readonly { profileId: string | null }[]): string[] =>
  people.flatMap(({ profileId }) => profileId ?? [])

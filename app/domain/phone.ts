/** A telephone number as people read it: "03 23 24 89 00" for a French one in E.164, else unchanged. */
export const displayPhone = (e164: string): string =>
  /^\+33\d{9}$/.test(e164) ? `0${e164.slice(3)}`.replace(/(\d{2})(?=\d)/g, '$1 ') : e164

/** False for a French number that is not a mobile one (ARCEP's numbering plan): no SMS reaches it. `phone` is E.164. */
export const canReceiveSms = (phone: string): boolean => !/^\+33(?![67])/.test(phone)

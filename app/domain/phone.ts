/** A telephone number as people read it: "03 23 24 89 00" for a French one in E.164, else unchanged. */
export const displayPhone = (e164: string): string =>
  /^\+33\d{9}$/.test(e164) ? `0${e164.slice(3)}`.replace(/(\d{2})(?=\d)/g, '$1 ') : e164

import { isSiret } from '#app/domain/organisation.ts'
import type { CompanyDirectory, Establishment } from './company-directory.server.ts'

/** A directory without network: it knows the establishments given, and nothing of any other. */
export const companyDirectoryOffline = (known: readonly Establishment[] = []): CompanyDirectory => ({
  async findEstablishment(siret) {
    const establishment = isSiret(siret) ? known.find((one) => one.siret === siret) : undefined
    return establishment ? { kind: 'found', establishment } : { kind: 'unknown' }
  },
})

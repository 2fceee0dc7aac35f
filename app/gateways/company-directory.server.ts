import { env } from '#app/system/env.server.ts'
import { companyDirectoryApi } from './company-directory-api.server.ts'
import { companyDirectoryOffline } from './company-directory-offline.server.ts'
import { FICTIONAL_ESTABLISHMENTS } from './fictional-establishments.server.ts'

/**
 * What a directory knows of an establishment. `communeCode` is the INSEE code, `activity` the NAF code. Closed: the
 * establishment or its whole company has ended.
 */
export type Establishment = {
  siret: string
  name: string
  address: string | null
  communeCode: string | null
  activity: string | null
  isAssociation: boolean
  rna: string | null
  isClosed: boolean
}

/** `unknown`: not in the directory, or opposed to being shown there. `unavailable`: nobody could be asked. */
export type DirectoryAnswer =
  | { kind: 'found'; establishment: Establishment }
  | { kind: 'unknown' }
  | { kind: 'unavailable' }

/** Where establishments are looked up by their SIRET. Never throws. */
export type CompanyDirectory = { findEstablishment(siret: string): Promise<DirectoryAnswer> }

export const COMPANY_DIRECTORY_URL = 'https://recherche-entreprises.api.gouv.fr'

let directory: CompanyDirectory | undefined

/** The directory of this process, chosen by COMPANY_DIRECTORY. In a demo the offline one knows a few fictional establishments. */
export function companyDirectory(): CompanyDirectory {
  const { COMPANY_DIRECTORY, COMPANY_DIRECTORY_URL: url, DEMO } = env()
  directory ??=
    COMPANY_DIRECTORY === 'api'
      ? companyDirectoryApi({ url: url ?? COMPANY_DIRECTORY_URL })
      : companyDirectoryOffline(DEMO ? FICTIONAL_ESTABLISHMENTS : [])
  return directory
}

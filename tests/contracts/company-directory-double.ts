import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Company = Record<string, unknown>
type Answer = { status?: number; headers?: Record<string, string>; body?: string; delayMs?: number }

const establishment = (siret: string, more: Company = {}) => ({
  siret,
  adresse: '3 RUE DES TILLEULS 02140 VERVINS',
  commune: '02789',
  libelle_commune: 'VERVINS',
  latitude: '49.8353',
  longitude: '3.92526',
  etat_administratif: 'A',
  nom_commercial: null,
  activite_principale: '01.13Z',
  est_siege: true,
  ...more,
})

/** A company as recherche-entreprises.api.gouv.fr answers it with `minimal` and its three blocks. */
export const companyJson = (siret: string, more: Company = {}, place: Company = {}): Company => ({
  siren: siret.slice(0, 9),
  nom_complet: 'FERME DES TROIS TILLEULS',
  activite_principale: '01.13Z',
  etat_administratif: 'A',
  siege: establishment(siret, place),
  matching_etablissements: [establishment(siret, place)],
  complements: { est_association: false, identifiant_association: null, est_siae: false, type_siae: null },
  ...more,
})

/** A local server that answers like the directory: what it knows by number, or the answers lined up in `next`. */
export async function startDirectoryServer(companies: Record<string, Company>) {
  const asked: URL[] = []
  const next: Answer[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://directory.test')
    asked.push(url)
    const company = companies[url.searchParams.get('q') ?? '']
    const results = company ? [company] : []
    const found = JSON.stringify({ results, total_results: results.length, page: 1, per_page: 10 })
    const { status = 200, headers = {}, body = found, delayMs = 0 } = next.shift() ?? {}
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    }, delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    next,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}

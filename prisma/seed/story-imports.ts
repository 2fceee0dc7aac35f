import { db } from '#app/db/client.server.ts'
import { readFranceTravailOffer } from '#app/gateways/france-travail-offer.ts'
import { importOffers, placeOffers } from '#app/use-cases/import-offers.server.ts'
import { daysBefore } from './draw.ts'
import { told } from './story-teller.ts'

type Elsewhere = {
  title: string
  description: string
  town: string
  code: string
  contract: string
  hours: string
}

const OFFERS: Elsewhere[] = [
  {
    title: 'Préparateur / Préparatrice de commandes (H/F)',
    description:
      '<p>Vous préparez les commandes au <b>casque vocal</b> et vous filmez les palettes.</p><ul><li>Équipe du matin</li><li>Prime de productivité</li></ul>',
    town: '02 - ST QUENTIN',
    code: 'N1103',
    contract: 'MIS',
    hours: '35H/semaine Travail posté (2x8)',
  },
  {
    title: 'Ouvrier / Ouvrière de conditionnement d’endives (H/F)',
    description:
      'Vous épluchez et vous conditionnez les endives. Travail debout, au frais. Débutants acceptés.',
    town: '02 - LAON',
    code: 'A1402',
    contract: 'SAI',
    hours: '35H/semaine Travail en journée',
  },
  {
    title: 'Aide à domicile (H/F)',
    description: 'Vous aidez des personnes âgées : ménage, courses, repas. Vos kilomètres sont payés.',
    town: '02 - SOISSONS',
    code: 'K1304',
    contract: 'CDI',
    hours: '28H/semaine Travail samedi et dimanche',
  },
]

/** A few offers that come from elsewhere, through the same door as a file of thousands. Returns how many. */
export async function importElsewhere(territoryId: string, now: Date): Promise<number> {
  const source = 'france-travail'
  const rows = OFFERS.flatMap(({ title, description, town, code, contract, hours }, index) => {
    const offer = readFranceTravailOffer({
      id: `DEMO${index + 1}`,
      intitule: title,
      description,
      dateCreation: daysBefore(now, 3 + index).toISOString(),
      lieuTravail: { libelle: town },
      romeCode: code,
      typeContrat: contract,
      experienceExige: 'D',
      dureeTravailLibelle: hours,
      salaire: { libelle: 'Horaire de 12.02 Euros sur 12.0 mois' },
      entreprise: { nom: 'Entreprise fictive' },
      origineOffre: { urlOrigine: `https://example.org/offres/DEMO${index + 1}` },
    })
    return 'reason' in offer ? [] : [{ row: { index, line: index + 1 }, offer }]
  })
  const { placed } = await placeOffers({ territoryId, source, rows })
  const counts = told(await importOffers({ territoryId, source, offers: placed, now: daysBefore(now, 2) }))
  return counts.created
}

/** The ids of the published offers of the territory. */
export const listPublishedIds = async (territoryId: string): Promise<string[]> =>
  (
    await db().offer.findMany({
      where: { territoryId, state: 'published' },
      select: { id: true },
      orderBy: [{ createdAt: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    })
  ).map(({ id }) => id)

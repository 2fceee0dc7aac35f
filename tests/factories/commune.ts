import { db } from '#app/db/client.server.ts'
import { saveCommunes } from '#app/db/communes.server.ts'
import type { Commune } from '#app/domain/commune.ts'

const commune = (
  inseeCode: string,
  name: string,
  postalCode: string,
  [longitude, latitude]: readonly [number, number],
  more: Partial<Commune> = {},
): Commune => ({
  inseeCode,
  departementCode: '02',
  name,
  postalCodes: [postalCode],
  formerNames: [],
  population: 3000,
  epciCode: null,
  epciName: null,
  latitude,
  longitude,
  isApproximate: false,
  ...more,
})

/** Real communes of the Aisne, with their centres. */
export const COMMUNES = {
  laon: commune('02408', 'Laon', '02000', [3.62117, 49.56789], { population: 24220 }),
  saintQuentin: commune('02691', 'Saint-Quentin', '02100', [3.27773, 49.84741], { population: 52813 }),
  soissons: commune('02722', 'Soissons', '02200', [3.32462, 49.37949], { population: 28046 }),
  chateauThierry: commune('02168', 'Château-Thierry', '02400', [3.38154, 49.05643], { population: 15097 }),
  hirson: commune('02381', 'Hirson', '02500', [4.10481, 49.94281], { population: 8469 }),
  vervins: commune('02789', 'Vervins', '02140', [3.92526, 49.8353], { population: 2549 }),
  fontaineLesVervins: commune('02321', 'Fontaine-lès-Vervins', '02140', [3.90556, 49.83694], {
    population: 904,
  }),
  villeneuveSurAisne: commune('02360', 'Villeneuve-sur-Aisne', '02190', [3.97131, 49.43936], {
    formerNames: ['Guignicourt', 'Menneville'],
    population: 2792,
  }),
}

/** Saves a commune, Laon when none is named, and returns it. */
export async function createCommune(saved: Commune = COMMUNES.laon): Promise<Commune> {
  await saveCommunes(db(), [saved])
  return saved
}

/** Saves every commune above. */
export const createCommunes = (): Promise<void> => saveCommunes(db(), Object.values(COMMUNES))

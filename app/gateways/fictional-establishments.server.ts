import type { Establishment } from './company-directory.server.ts'

const establishment = (siret: string, name: string, more: Partial<Establishment> = {}): Establishment => ({
  siret,
  name,
  address: null,
  communeCode: '02408',
  activity: null,
  isAssociation: false,
  rna: null,
  isClosed: false,
  ...more,
})

/** What the demo's directory knows: SIREN in 99 xxx xxx x, which is given to nobody. */
export const FICTIONAL_ESTABLISHMENTS: readonly Establishment[] = [
  establishment('99990001200017', 'Ferme des Trois Tilleuls', {
    address: '3 rue des Tilleuls 02140 Vervins',
    communeCode: '02789',
    activity: '01.13Z',
  }),
  establishment('99990002000010', 'Les Jardins du Cœur Vermandois', {
    address: '12 rue de la Paix 02100 Saint-Quentin',
    communeCode: '02691',
    activity: '94.99Z',
    isAssociation: true,
    rna: 'W029990002',
  }),
  establishment('99990003800012', 'Scierie de la Serre', {
    address: '8 route de Marle 02000 Laon',
    activity: '16.10A',
    isClosed: true,
  }),
  establishment('99990005300011', 'Atelier du Vieux Moulin', {
    address: '2 chemin du Moulin 02000 Laon',
    activity: '25.11Z',
  }),
]

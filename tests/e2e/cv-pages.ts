import { createCvEntry } from '#tests/factories/cv-entry.ts'
import { createCvFile } from '#tests/factories/cv-file.ts'
import type { ShownPage } from './show.ts'

/** The CV of a person who has told of one work and one training, and the questions about them. */
export async function createCvPages(profileId: string, as: string): Promise<ShownPage[]> {
  const { id } = await createCvEntry({ profileId, fromYear: 2021, details: 'J’ai porté les caisses.' })
  await createCvEntry({ profileId, kind: 'training', title: 'CAP cuisine', place: 'Lycée de Soissons' })
  await createCvFile({ profileId })
  const question = (path: string) => ({ path: `/mon-cv/${id}/${path}`, as })
  return [
    { name: 'cv', path: '/mon-cv', as },
    { name: 'cv that says little', path: '/mon-cv', as: 'Karim Nouveau' },
    { name: 'cv file', path: '/mon-cv/fichier', as },
    { name: 'no cv file, refused', path: '/mon-cv/fichier', as: 'Karim Nouveau', press: 'Garder ce fichier' },
    { name: 'what organisations see', path: '/mon-cv/apercu', as },
    { name: 'cv, a new line', path: '/mon-cv/ajouter/travail', as },
    { name: 'cv, a new line, refused', path: '/mon-cv/ajouter/formation', as, press: 'Continuer' },
    { name: 'cv, what', ...question('quoi') },
    { name: 'cv, where', ...question('ou') },
    { name: 'cv, when', ...question('quand') },
    { name: 'cv, more', ...question('en-plus') },
  ]
}

import { useLoaderData } from '@remix-run/react'
import { useFrame } from '#app/components/frame/use-frame.ts'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PhoneLink } from '#app/components/ui/phone-link.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { conformityOf, readRgaa } from '#app/domain/rgaa.ts'
import { readRgaaTable } from '#app/system/rgaa-table.server.ts'

export const meta = () => [{ title: 'Accessibilité' }]

const withoutFiles = (proof: string) => proof.replace(/\s*:?\s*`[^`]+`(, `[^`]+`)*/g, '').trim()

/** The statement is made of the table of criteria (décret 2019-768 du 24 juillet 2019, article 4). */
export async function loader() {
  const criteria = readRgaa(await readRgaaTable())
  const failed = criteria.filter(({ verdict }) => verdict === 'non conforme')
  return {
    ...conformityOf(criteria),
    failed: failed.map(({ id, about, proof }) => ({ id, about, why: withoutFiles(proof) })),
  }
}

export default function Accessibility() {
  const { state, percent, met, applicable, failed } = useLoaderData<typeof loader>()
  const territory = useFrame()?.territory
  return (
    <div className="narrow stack-loose">
      <PageHeader
        title={`Accessibilité : ${state}`}
        lead={`Ce site respecte ${met} des ${applicable} critères du RGAA 4.1.2 qui le concernent, soit ${percent} %.`}
      />
      <p>
        C’est notre propre contrôle : toutes les pages, au clavier et avec un outil. Aucune personne
        extérieure ne l’a encore refait.
      </p>
      <Section title="Ce qui ne va pas encore">
        <ul className="text-list">
          {failed.map(({ id, about, why }) => (
            <li key={id}>
              Critère {id}, {about} : {why}.
            </li>
          ))}
          <li>Le texte des offres est écrit par les structures. Il n’est pas toujours simple.</li>
        </ul>
      </Section>
      <Section title="Comment nous avons regardé">
        <ul className="text-list">
          <li>Le site est fait en HTML, CSS, SVG et JavaScript. Seule la carte a besoin de JavaScript.</li>
          <li>La liste des offres dit tout ce que dit la carte.</li>
          <li>Avec Chromium et axe, en clair et en sombre, de 320 à 1280 pixels de large.</li>
        </ul>
      </Section>
      <Section title="Vous n’y arrivez pas ?">
        <p>
          Appelez-nous : une personne fait la démarche avec vous.
          {territory ? (
            <>
              {' '}
              <PhoneLink phone={territory.helpPhone} display={territory.helpPhoneDisplay} /> (
              {territory.helpHours}).
            </>
          ) : null}
        </p>
        <p>
          Vous nous avez signalé un défaut et rien ne change ? Vous pouvez écrire au{' '}
          <a href="https://formulaire.defenseurdesdroits.fr/" rel="noopener noreferrer">
            Défenseur des droits
          </a>
          .
        </p>
      </Section>
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CRITERION_EXPLANATIONS, ProximityTable } from '#app/components/match/method-tables.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { getRankingMethod } from '#app/queries/ranking-method.ts'

export const meta: MetaFunction = () => [{ title: 'Comment les offres sont classées' }]

export const loader = () => getRankingMethod()

export default function RankingMethod() {
  const { version, gates, criteria, proximity, startToleranceDays, nearMisses, proposalFloor } =
    useLoaderData<typeof loader>()
  return (
    <div className="stack-loose narrow">
      <PageHeader
        title="Comment les offres sont classées"
        lead="Un calcul simple et public compare ce que vous cherchez et ce que l’offre demande. Une personne décide toujours."
      />
      <Section title="D’abord, des conditions" id="conditions">
        <p>Une offre ne vous est pas proposée quand :</p>
        <ul>
          {gates.map((gate) => (
            <li key={gate}>{gate}</li>
          ))}
        </ul>
        <p>La distance compte seulement par rapport à la limite que la personne a choisie.</p>
        <p>
          Un permis ou un certificat compte aussi pour ceux qu’il donne : le permis C, par exemple, vient
          après le permis B.
        </p>
        <p>
          Si vous ne voulez pas de messages, nous ne vous proposons à personne. Vous gardez votre liste
          d’offres.
        </p>
      </Section>
      <Section title="Ensuite, des points" id="points">
        <p>Le total va de 0 à 100. Chaque critère vaut au plus :</p>
        <Table
          caption="Points de chaque critère"
          hideCaption
          rows={criteria}
          keyOf={(row) => row.criterion}
          columns={[
            { key: 'label', head: 'Critère', isRowHead: true, cell: (row) => row.label },
            { key: 'points', head: 'Points au plus', isNumber: true, cell: (row) => row.points },
            {
              key: 'how',
              head: 'Comment',
              cell: (row) => CRITERION_EXPLANATIONS[row.criterion](startToleranceDays),
            },
          ]}
        />
      </Section>
      <Section title="Les métiers voisins" id="metiers">
        <p>Nous utilisons le répertoire public des métiers (ROME 4.0, France Travail).</p>
        <ProximityTable proximity={proximity} />
      </Section>
      <Section title="Presque pour vous" id="presque">
        <p>
          Nous vous montrons aussi jusqu’à {nearMisses.shown} offres auxquelles il ne manque qu’une chose : un
          permis, quelques minutes ou kilomètres de plus, un jour. Nous disons laquelle.
        </p>
        <p>
          Nous regardons les {nearMisses.lookedAt} offres les plus proches dans vos métiers et leurs voisins,
          jusqu’à {nearMisses.timesLimit} fois votre limite, ou {nearMisses.fartherKm} km de plus. Le
          bénévolat n’y est que si vous l’avez choisi.
        </p>
      </Section>
      <Section title="Qui est proposé à une structure" id="partage">
        <p>Les points disent qui convient. Ensuite, nous partageons les propositions, chaque nuit :</p>
        <ul>
          <li>Chaque mois, nous ne vous proposons pas plus souvent que vous ne l’avez choisi.</li>
          <li>Les offres qui ont eu le moins de personnes passent d’abord.</li>
          <li>Chaque offre a au moins {proposalFloor} personnes, tant qu’il y en a assez.</li>
          <li>
            Une offre propose un petit groupe à la fois. Elle s’arrête quand assez de personnes sont
            intéressées.
          </li>
        </ul>
        <p>Votre propre liste d’offres ne dépend pas de ce partage.</p>
      </Section>
      <Section title="Ce qui ne compte jamais" id="jamais">
        <p>
          L’âge, le sexe, l’origine, le nom, la nationalité, la famille, la santé, le handicap, l’argent (dont
          le RSA) et l’adresse ne donnent et n’enlèvent aucun point. Deux personnes qui diffèrent par cela
          seul ont le même total.
        </p>
        <p>
          Les points classent et suggèrent. Ils ne refusent personne. Vous pouvez demander pourquoi une offre
          vous a été proposée, et parler à quelqu’un : appelez-nous.
        </p>
        <p className="small muted">
          Méthode du {version}. Code du travail, article L1132-1. Code des relations entre le public et
          l’administration, articles L311-3-1 et R311-3-1-2.
        </p>
      </Section>
    </div>
  )
}

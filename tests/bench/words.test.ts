import { describe, expect, test } from 'vitest'
import { isHard, judgePage, plainPages } from '#bench/words.ts'
import { JARGON, measure, readingEase, syllablesOf, wordsASentence } from '#bench/words-measure.ts'
import { shownFiles, textsIn } from '#bench/words-sources.ts'

const isJargon = (text: string) => JARGON.some((word) => word.test(text))

describe('pages that candidates and visitors read', () => {
  test('are found, with what they are made of', () => {
    expect(plainPages().length).toBeGreaterThan(40)
    expect(plainPages().filter((page) => /structure|bureau|accueil/.test(page))).toEqual([])
    expect(shownFiles('app/routes/mon-profil.$question.tsx')).toEqual(
      expect.arrayContaining([
        'app/components/candidate/travel-fields.tsx',
        'app/domain/profile.questions.labels.ts',
      ]),
    )
  })

  test.each(plainPages())('%s is written in plain words', (page) => {
    const judged = judgePage(page)
    expect(judged.jargon).toEqual([])
    expect([judged, isHard(judged)]).toEqual([judged, false])
  })
})

describe('what a source says', () => {
  test('elements, attributes, labels and templates, and nothing that machines read', () => {
    const source = `import { a } from 'un module à part'
      const path = '/mes-offres'
      const LABELS = { one: 'Je ne sais pas.' }
      const said = (n: number) => \`Il reste \${n} questions.\`
      export const Page = () => (
        <section className="une classe de plus">
          <h1 title="Un titre en plus">Mes offres ici</h1>
          <p>Lisez <a href="/x">la page suivante</a>, puis <strong>{name}</strong> revient.</p>
        </section>
      )`
    expect(textsIn('page.tsx', source).sort()).toEqual([
      'Il reste mot questions.',
      'Je ne sais pas.',
      'Lisez la page suivante, puis mot revient.',
      'Mes offres ici',
      'Un titre en plus',
    ])
  })
})

describe('the measure', () => {
  test('counts words of whole sentences, and leaves labels out', () => {
    expect(measure(['Mon profil', 'Je cherche un travail. C’est tout !'])).toMatchObject({
      words: 6,
      sentences: 2,
    })
    expect(wordsASentence(measure(['Bonjour']))).toBe(0)
  })

  test.each([
    ['table', 1],
    ['maison', 2],
    ['être', 1],
    ['commune', 2],
    ['accompagnement', 5],
    ['y', 1],
  ])('%s has %i syllables', (word, count) => {
    expect(syllablesOf(word)).toBe(count)
  })

  test('plain words are easier than those of an office', () => {
    const plain = readingEase(measure(['Je cherche un travail. Il est près de chez moi.']))
    const office = readingEase(
      measure([
        'L’instruction administrative individuelle nécessite préalablement la communication obligatoire.',
      ]),
    )
    expect(plain).toBeGreaterThan(90)
    expect(office).toBeLessThan(30)
  })

  test('knows the words that nobody should need', () => {
    for (const text of [
      'Veuillez saisir votre identifiant',
      'Offre non éligible',
      'Une erreur est survenue',
      'Valider',
    ])
      expect(isJargon(text)).toBe(true)
    for (const text of ['Je postule', 'Près de chez moi', 'Cette offre est réservée. Voici pourquoi.'])
      expect(isJargon(text)).toBe(false)
  })
})

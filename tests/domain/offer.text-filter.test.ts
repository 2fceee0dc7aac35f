import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OFFER_FLAGS, type OfferFlag } from '#app/domain/offer.flags.ts'
import { flagsOf, screenOffer, screenText } from '#app/domain/offer.text-filter.ts'
import { OFFER_DETAILS, offerContent } from '#tests/factories/offer-content.ts'

const FLAGGED: [OfferFlag, string, string][] = [
  ['age', 'Candidat entre 25 et 40 ans', 'entre 25 et 40 ans'],
  ['age', 'Poste pour les moins de 26 ans.', 'moins de 26 ans'],
  ['age', '45 ans maximum, port de charges', '45 ans maximum'],
  ['age', 'Âge maximum : 50 ans', 'Âge maximum'],
  ['age', 'Pas de limite d’âge inférieure mais 30-45 ans', 'limite d’âge'],
  ['age', 'Profil 30-45 ans apprécié', '30-45 ans'],
  ['age', 'Vous êtes âgé de 30 ans ou plus', 'âgé de 30 ans'],
  ['age', 'Idéal retraité ou complément de revenu', 'Idéal retraité'],
  ['age', 'Seniors s’abstenir', 'Seniors s’abstenir'],
  ['age', 'Pas plus de 50 ans', 'Pas plus de 50 ans'],
  ['sex', 'Recherche homme pour manutention', 'Recherche homme'],
  ['sex', 'Nous cherchons une femme pour garder deux enfants', 'cherchons une femme'],
  ['sex', 'Poste réservé aux femmes', 'réservé aux femmes'],
  ['sex', 'Hommes uniquement', 'Hommes uniquement'],
  ['sex', 'Profil masculin de préférence', 'Profil masculin'],
  ['sex', 'De préférence un homme, travail physique', 'préférence un homme'],
  ['sex', 'Nous avons besoin d’hommes pour la benne', 'besoin d’hommes'],
  ['nationality', 'De nationalité française', 'nationalité'],
  ['nationality', 'Français langue maternelle exigé', 'langue maternelle'],
  ['nationality', 'Français uniquement', 'Français uniquement'],
  ['nationality', 'Ressortissants européens seulement', 'Ressortissants européens'],
  ['nationality', 'Recherche ouvriers polonais pour les vendanges', 'Recherche ouvriers polonais'],
  ['family', 'Célibataire de préférence', 'Célibataire'],
  ['family', 'Personne sans enfant, horaires décalés', 'sans enfant'],
  ['family', 'Merci d’indiquer votre situation familiale', 'situation familiale'],
  ['family', 'Idéal mère de famille : horaires scolaires', 'Idéal mère de famille'],
  ['family', 'Personne mariée souhaitée', 'Personne mariée'],
  ['family', 'Sans charges de famille', 'Sans charges de famille'],
  ['health', 'Être en bonne santé', 'en bonne santé'],
  ['health', 'Sans problème de dos', 'Sans problème de dos'],
  ['health', 'Aucun handicap', 'Aucun handicap'],
  ['health', 'Personne valide', 'Personne valide'],
  ['health', 'Non-fumeur exigé', 'Non-fumeur'],
  ['health', 'Bonne constitution physique', 'Bonne constitution physique'],
  ['youth', 'Recherche jeune homme sérieux', 'jeune homme'],
  ['youth', 'Jeune et dynamique, vous aimez la vente', 'Jeune et dynamique'],
  ['youth', 'Nous recrutons des jeunes pour l’été', 'recrutons des jeunes'],
  ['youth', 'Poste pour jeune diplômé', 'jeune diplômé'],
  ['youth', 'Rejoignez une jeune équipe', 'jeune équipe'],
  ['youth', 'Vous êtes jeune, motivé', 'Vous êtes jeune'],
  ['youth', 'Jeunes retraités pour la navette', 'Jeunes retraités'],
  ['contact', 'Écrivez à recrutement@exemple.fr', 'recrutement@exemple.fr'],
  ['contact', 'CV à j.dupont (at) exemple.com', 'j.dupont (at) exemple.com'],
  ['contact', 'Appelez le 03 23 24 89 00', '03 23 24 89 00'],
  ['contact', 'Tél. 06.39.98.12.34', '06.39.98.12.34'],
  ['contact', 'Tel:0639981234.', '0639981234'],
  ['contact', 'Ou au +33 6 39 98 12 34', '+33 6 39 98 12 34'],
]

test.each(FLAGGED)('%s: "%s"', (flag, text, excerpt) => {
  const findings = screenText(text)
  expect(findings.map((finding) => [finding.flag, finding.excerpt])).toContainEqual([flag, excerpt])
  expect(findings.find((finding) => finding.flag === flag)).toMatchObject({
    sentence: expect.stringMatching(/\.$/),
    law: expect.stringMatching(/^(Code du travail, L|Règle de la plateforme)/),
  })
})

const CLEAN = [
  'Jeune entreprise de maraîchage, nous livrons à Laon.',
  'Auxiliaire de jeunes enfants en crèche',
  'Service jeunesse de la commune : vous animez le mercredi.',
  'Rejoignez une jeune association du Soissonnais.',
  'Nous sommes une jeune start-up.',
  'Vous accompagnez les jeunes de 16 à 25 ans de la mission locale.',
  'Animer des ateliers pour des jeunes de 18 à 25 ans',
  'Foyer de jeunes travailleurs : agent d’accueil de nuit',
  'Visites pour le jeune public',
  'Vous encadrez de jeunes sportifs le samedi.',
  'Nous cherchons un animateur auprès des jeunes du quartier.',
  'Taille de jeunes vignes et de vieux ceps',
  'Nous recherchons jeunes plants et semences à trier',
  'Accueillir des enfants de moins de 6 ans',
  'Aide à domicile auprès de personnes âgées de plus de 75 ans',
  'Aide à domicile pour personnes âgées',
  'Accueil de loisirs, enfants de 3 à 17 ans',
  'Expérience de 5 ans souhaitée',
  'Une équipe de 20 personnes, une maison de 50 ans d’existence',
  'Minimum 18 ans (permis de conduire et travail de nuit).',
  'Vous devez avoir 18 ans révolus pour vendre de l’alcool.',
  'Contrat de 12 mois, moins de 30 minutes de trajet',
  'Femme de ménage / homme de ménage',
  'Recherche femme de chambre H/F',
  'Recherche homme ou femme de service',
  'Poste ouvert aux femmes et aux hommes',
  'Nous recrutons des hommes et des femmes',
  'Sage-femme à l’hôpital de Laon',
  'Recherche H/F pour cueillette',
  'Accueil de femmes victimes de violences',
  'Cuisine française traditionnelle',
  'Bon niveau de français demandé',
  'Toutes nationalités bienvenues',
  'Entreprise française, produits d’origine française',
  'Viande d’origine française uniquement',
  'Autorisation de travail en règle',
  'Vous aidez les mères de famille du quartier à remplir leurs papiers.',
  'Accueillir des familles, avec ou sans handicap',
  'Poste ouvert aux personnes en situation de handicap',
  'Mutuelle santé et prévoyance',
  'Veiller à la bonne santé du troupeau : vous gardez les animaux en bonne santé',
  'Port de charges jusqu’à 15 kg',
  'Chambre non-fumeur pour le logement des saisonniers',
  'SIRET 35600000049837',
  'Du 01/09/2026 au 30/09/2026, 10 h à 12 h',
  'Salaire 11,88 € de l’heure, 1 850 € par mois',
  'Rue du 08 mai 1945, 02000 Laon',
  'Marché n° 2026-02-118 lot 04',
  'Horaires : 06 00 à 14 00',
  'Rajeunir des massifs, ambiance conviviale',
]

test.each(CLEAN)('nothing to read again in "%s"', (text) => {
  expect(screenText(text)).toEqual([])
})

test('accents, capitals, typographic apostrophes and decomposed letters change nothing', () => {
  for (const text of ['LIMITE D’ÂGE', "limite d'age", 'limite d’âge', 'Limite d\u2019a\u0302ge'])
    expect(flagsOf(screenText(text))).toEqual(['age'])
  expect(flagsOf(screenText('tel 03\u00a023\u00a024\u00a089\u00a000'))).toEqual(['contact'])
})

test('each passage is told once, and the flags keep their order', () => {
  const text = 'Appelez le 03 23 24 89 00. Jeune homme. Jeune homme. Célibataire. Limite d’âge.'
  const findings = screenText(text)
  expect(new Set(findings.map((f) => `${f.flag} ${f.excerpt}`)).size).toBe(findings.length)
  expect(flagsOf(findings)).toEqual(OFFER_FLAGS.filter((flag) => flagsOf(findings).includes(flag)))
})

test('an offer is screened in its title, its description, its pay and the texts of its kind', () => {
  expect(flagsOf(screenOffer(offerContent('job')))).toEqual([])
  expect(flagsOf(screenOffer(offerContent('volunteering')))).toEqual([])
  expect(flagsOf(screenOffer(offerContent('job', { title: 'Jeune homme à tout faire' })))).toEqual(['youth'])
  const details = { ...OFFER_DETAILS.volunteering, welcomeReferent: 'Monique, 03 23 24 89 00' }
  expect(flagsOf(screenOffer(offerContent('volunteering', { details })))).toEqual(['contact'])
  expect(flagsOf(screenOffer(offerContent('job', { pay: 'à voir : patron@exemple.fr' })))).toEqual([
    'contact',
  ])
})

test('what is quoted stands in the text, whatever the text', () => {
  const words = fc.constantFrom(
    ...FLAGGED.map(([, text]) => text),
    ...CLEAN,
    '🍎',
    'É́',
    '\n',
    '<b>',
    'ﬁ',
    'İ',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), fc.string({ unit: 'grapheme' }), (parts, noise) => {
      const text = [...parts, noise].join(' ').normalize('NFC')
      for (const { excerpt } of screenText(text)) expect(text).toContain(excerpt)
    }),
  )
})

test('twenty thousand characters are read in well under a second', () => {
  for (const text of [
    'a'.repeat(20_000),
    '0'.repeat(20_000),
    'recherche un des '.repeat(1_200),
    '03 23 '.repeat(3_400),
  ]) {
    const start = performance.now()
    screenText(text)
    expect(performance.now() - start).toBeLessThan(1000)
  }
})

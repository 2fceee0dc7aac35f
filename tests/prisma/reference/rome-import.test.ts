import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRome } from '#prisma/reference/rome-import.ts'

const codes = {
  name: 'unix_referentiel_code_rome_v460_utf8.csv',
  text: [
    '"code_rome","code_fiche_metier","code_ogr","libelle_rome","transition_eco","transition_num","transition_demo","emploi_reglemente","emploi_cadre","code_rome_parent"',
    '"A1405","10","81","Arboriculteur / Arboricultrice","Emploi Blanc","","","","","A1405"',
    `"A1418","20","489001","Viticulteur / Viticultrice, chef d''équipe","Emploi Blanc","","","","","A1405"`,
  ].join('\n'),
}
const appellations = {
  name: 'unix_referentiel_appellation_v460_utf8.csv',
  text: [
    '"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome","transition_eco","transition_num","transition_demo","emploi_reglemente","emploi_cadre","classification","origine","code_rome_parent","peu_usite"',
    '"11987","Vigneron / Vigneronne","Vigneron(ne)","A1418","","","","","","PRINCIPALE","","A1405","N"',
    '"11988","Tailleur, tailleuse de vigne","Tailleur(se)","A1418","","","","","","SYNONYME","","A1405","N"',
  ].join('\r\n'),
}
const mobilities = {
  name: 'unix_rubrique_mobilite_v460_utf8.csv',
  text: '"code_rome","code_rome_cible","numero_ordre"\n"A1418","A1405","2"\n"A1418","A1401","1"\n',
}

describe('parseRome', () => {
  test('reads the official CSV files, in any order', () => {
    const expected = {
      occupations: [
        {
          romeCode: 'A1405',
          parentCode: 'A1405',
          domainCode: 'A14',
          label: 'Arboriculteur / Arboricultrice',
        },
        {
          romeCode: 'A1418',
          parentCode: 'A1405',
          domainCode: 'A14',
          label: "Viticulteur / Viticultrice, chef d'équipe",
        },
      ],
      appellations: [
        {
          ogr: '11987',
          label: 'Vigneron / Vigneronne',
          romeCode: 'A1418',
          romeParent: 'A1405',
          isMain: true,
        },
        {
          ogr: '11988',
          label: 'Tailleur, tailleuse de vigne',
          romeCode: 'A1418',
          romeParent: 'A1405',
          isMain: false,
        },
      ],
      mobilities: [
        { from: 'A1418', to: 'A1401', rank: 1 },
        { from: 'A1418', to: 'A1405', rank: 2 },
      ],
      skills: [],
      skillLinks: [],
      rejected: [],
    }
    expect(parseRome([codes, appellations, mobilities])).toEqual(expected)
    expect(parseRome([mobilities, appellations, codes])).toEqual(expected)
  })

  test('reads skills and keeps only the links that lead to one', () => {
    const result = parseRome([
      {
        name: 'unix_referentiel_competence_v460_utf8.csv',
        text: 'code_ogr,libelle_competence\n123660,Ranger des produits\n',
      },
      {
        name: 'unix_coherence_item_v460_utf8.csv',
        text: 'code_rome,code_ogr,coeur_metier\nG1801,123660,Principale\nA1401,123660,\nG1801,999,Principale\n',
      },
    ])
    expect(result.skills).toEqual([{ ogr: '123660', label: 'Ranger des produits' }])
    expect(result.skillLinks).toEqual([
      { romeCode: 'G1801', ogr: '123660', isCore: true },
      { romeCode: 'A1401', ogr: '123660', isCore: false },
    ])
    expect(result.rejected).toEqual([])
  })

  test('reads the same tables as TSV and JSON', () => {
    const result = parseRome([
      {
        name: 'codes.json',
        text: '[{"code":"A1418","libelle":"Viticulteur / Viticultrice","parent":"A1405","domaine":"A14"}]',
      },
      {
        name: 'appellations.tsv',
        text: 'ogr\tcode_rome\tcode_rome_parent\tprincipale\tpeu_usite\tlibelle_long\tlibelle_court\n11987\tA1418\tA1405\t1\t0\tVigneron / Vigneronne\t\n',
      },
      { name: 'mobilites.json', text: '{"A1418":["A1405","A1401"]}' },
    ])
    expect(result).toEqual({
      occupations: [
        { romeCode: 'A1418', parentCode: 'A1405', domainCode: 'A14', label: 'Viticulteur / Viticultrice' },
      ],
      appellations: [
        {
          ogr: '11987',
          label: 'Vigneron / Vigneronne',
          romeCode: 'A1418',
          romeParent: 'A1405',
          isMain: true,
        },
      ],
      mobilities: [
        { from: 'A1418', to: 'A1405', rank: 1 },
        { from: 'A1418', to: 'A1401', rank: 2 },
      ],
      skills: [],
      skillLinks: [],
      rejected: [],
    })
  })

  test('reads the official JSON appellations, which name only the parent', () => {
    const { appellations: read } = parseRome([
      {
        name: 'unix_referentiel_appellation_v460.json',
        text: '[{"code_ogr":10203,"libelle":"Accessoiriste","libelle_court":"Accessoiriste","classification":"PRINCIPALE","code_rome_parent":"L1503","peu_usite":"N"}]',
      },
    ])
    expect(read).toEqual([
      { ogr: '10203', label: 'Accessoiriste', romeCode: 'L1503', romeParent: 'L1503', isMain: true },
    ])
  })

  test('orders the mobilities of version 3: near ones, then evolutions, as they come', () => {
    const { mobilities: read } = parseRome([
      {
        name: 'unix_rubrique_mobilite_v347_utf8.csv',
        text: 'code_rome,code_rome_cible,code_type_mobilite\nA1418,A1416,2\nA1418,A1405,1\nA1418,A1401,1\n',
      },
    ])
    expect(read.map((mobility) => mobility.to)).toEqual(['A1405', 'A1401', 'A1416'])
  })

  test('refuses bad rows with their line and reason, and goes on', () => {
    const result = parseRome([
      {
        name: 'codes.csv',
        text: 'code_rome,libelle_rome,code_rome_parent\nZ9999,Faux,Z9999\nA1401,,A1401\nA1401,Cueilleur,\nA1401,Encore,A1401\nA1401\n',
      },
      { name: 'near.csv', text: 'code_rome,code_rome_cible,numero_ordre\nA1401,A1401,1\nA1401,A1402,zero\n' },
      { name: 'names.csv', text: 'code_ogr,libelle_appellation_long,code_rome\nabc,Faux,A1401\n' },
      { name: 'readme.json', text: '{"hello":"world"}' },
      { name: 'broken.json', text: '[' },
      { name: 'empty.csv', text: '' },
      { name: 'domains.csv', text: 'code_domaine,libelle\nA14,Production\n' },
    ])
    expect(result.occupations).toEqual([
      { romeCode: 'A1401', parentCode: 'A1401', domainCode: 'A14', label: 'Cueilleur' },
    ])
    expect(
      result.rejected.map(({ file, line, reason }) => `${file}:${line} ${reason.split(': ')[0]}`),
    ).toEqual([
      'codes.csv:6 1 fields instead of 3',
      'codes.csv:2 wrong ROME code "Z9999"',
      'codes.csv:3 no label for A1401',
      'codes.csv:5 duplicate of A1401',
      'near.csv:2 A1401 is near itself',
      'near.csv:3 wrong order "zero"',
      'names.csv:2 wrong OGR code "abc"',
      'readme.json:1 unknown JSON shape',
      'broken.json:1 not JSON',
      'empty.csv:1 empty file',
      'domains.csv:1 not a known ROME table',
    ])
  })

  test('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('x.csv', 'x.tsv', 'x.json'),
        fc.oneof(fc.string(), fc.json()),
        (name, text) => {
          const result = parseRome([{ name, text }])
          expect(result.rejected.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

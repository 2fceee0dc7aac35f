import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Checkbox } from '#app/components/ui/checkbox.tsx'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { emptyForm, type FormState, fieldId } from '#app/components/ui/form-state.ts'
import { RadioGroup } from '#app/components/ui/radio-group.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { SlotGrid } from '#app/components/ui/slot-grid.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'

const refused: FormState = {
  values: {
    title: '<b>Serveur</b>',
    kinds: ['job', 'seasonal'],
    description: 'Ligne 1\nLigne 2',
    contract: 'cdd',
  },
  errors: { title: ['Écrivez au moins 5 lettres.'], 'details.contract': ['Choisissez un contrat.'] },
  formErrors: ['Quelqu’un a changé cette offre.'],
}
const options = [
  { value: 'cdi', label: 'CDI' },
  { value: 'cdd', label: 'CDD' },
]
const kinds = [
  { value: 'job', label: 'Emploi', count: 12 },
  { value: 'clause', label: 'Clause d’insertion' },
  { value: 'seasonal', label: 'Saisonnier' },
]
/** The values of the boxes that are ticked. */
const ticked = (html: string) =>
  (html.match(/<input[^>]*>/g) ?? [])
    .filter((box) => box.includes('checked'))
    .map((box) => attribute(box, 'value'))
const attribute = (html: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(html)?.[1]

describe('a field', () => {
  const html = renderToStaticMarkup(
    <Field name="title" label="Titre" help="Le métier suffit" form={refused} />,
  )

  it('ties its label, its help and its error to its box', () => {
    const [help, error] = (attribute(html, 'aria-describedby') ?? '').split(' ')
    expect(attribute(html, 'for')).toBe(fieldId('title'))
    expect(html).toContain(`<input id="${fieldId('title')}"`)
    expect(html).toMatch(new RegExp(`id="${help}"[^>]*>Le métier suffit`))
    expect(html.split(`id="${error}"`)[1]).toContain('Écrivez au moins 5 lettres.')
    expect(attribute(html, 'aria-invalid')).toBe('true')
  })

  it('keeps what was typed, as text', () => {
    expect(attribute(html, 'value')).toBe('&lt;b&gt;Serveur&lt;/b&gt;')
  })

  it('says nothing of errors when there is none', () => {
    const calm = renderToStaticMarkup(
      <Field name="title" label="Titre" form={emptyForm({ title: 'Cuisinier' })} />,
    )
    expect(calm).not.toMatch(/aria-invalid|aria-describedby|field-error/)
    expect(attribute(calm, 'value')).toBe('Cuisinier')
  })
})

describe('other controls', () => {
  it('keep the text and the choices made', () => {
    expect(
      renderToStaticMarkup(<TextArea name="description" label="Description" form={refused} />),
    ).toContain('Ligne 1\nLigne 2</textarea>')
    expect(
      renderToStaticMarkup(<Select name="contract" label="Contrat" options={options} form={refused} />),
    ).toContain('<option value="cdd" selected="">CDD</option>')
    const boxes = renderToStaticMarkup(
      <CheckboxGroup name="kinds" label="Genre" choices={kinds} form={refused} />,
    )
    expect(ticked(boxes)).toEqual(['job', 'seasonal'])
    expect(boxes).toContain('(12)')
    expect(
      renderToStaticMarkup(
        <Checkbox name="isAgencyWork" label="Intérim" form={emptyForm({ isAgencyWork: 'on' })} />,
      ),
    ).toContain('checked')
  })

  it('give their first control the id that the summary leads to', () => {
    const id = `id="${fieldId('kinds')}"`
    for (const html of [
      renderToStaticMarkup(<RadioGroup name="kinds" label="Genre" choices={kinds} />),
      renderToStaticMarkup(<SlotGrid name="kinds" label="Semaine" />),
    ])
      expect(html.split(id)).toHaveLength(2)
  })

  it('offer each quarter of the week once', () => {
    const html = renderToStaticMarkup(<SlotGrid name="slots" label="Semaine" defaultValues={['sat_night']} />)
    expect(new Set(html.match(/value="\w{3}_\w+"/g))).toHaveProperty('size', 28)
    expect(ticked(html)).toEqual(['sat_night'])
  })
})

describe('the summary of errors', () => {
  it('leads to each field by its id and is announced', () => {
    const html = renderToStaticMarkup(<ErrorSummary form={refused} labels={{ title: 'Titre' }} />)
    expect(html).toContain(`<a href="#${fieldId('title')}">Titre : Écrivez au moins 5 lettres.</a>`)
    expect(html).toContain(`<a href="#${fieldId('details.contract')}">Choisissez un contrat.</a>`)
    expect(fieldId('details.contract')).toMatch(/^[\w-]+$/)
    expect(html).toContain('role="alert"')
    expect(html).toContain('Quelqu’un a changé cette offre.')
    expect(html).toContain('3 choses sont à corriger')
  })

  it('is not there when all is well', () => {
    expect(renderToStaticMarkup(<ErrorSummary form={emptyForm()} />)).toBe('')
    expect(renderToStaticMarkup(<ErrorSummary form={{ ...emptyForm(), errors: { title: [] } }} />)).toBe('')
  })
})

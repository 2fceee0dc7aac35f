import { VOLUNTEERING_FIELD_LABELS } from '#app/domain/offer.fields.ts'
import { CONTRACT_LABELS, ELIGIBLE_PUBLIC_LABELS, EXPERIENCE_LABELS } from '#app/domain/offer.labels.ts'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS } from '#app/domain/schedule.ts'
import { OFFER_FIELD_LABELS } from './offer-field-labels.ts'
import type { OfferFormChoices } from './offer-form.tsx'

const SLOT_LABELS = Object.fromEntries(
  DAYS.flatMap((day) => MOMENTS.map((m) => [`${day}_${m}`, `${DAY_LABELS[day]} ${MOMENT_LABELS[m]}`])),
)

const BY_FIELD: Record<string, Record<string, string>> = {
  contract: CONTRACT_LABELS,
  eligiblePublics: ELIGIBLE_PUBLIC_LABELS,
  experience: EXPERIENCE_LABELS,
  field: VOLUNTEERING_FIELD_LABELS,
  slots: SLOT_LABELS,
}

/** What stands in these fields of a form, in words: labels for codes, "oui" for a ticked box. */
export function shownValues(
  names: readonly string[],
  values: Record<string, string | string[]>,
  choices: OfferFormChoices,
): { label: string; value: string }[] {
  const chosen = Object.fromEntries(
    [...choices.occupations, ...choices.skills, ...choices.usualLicences, ...choices.certificates].map(
      ({ value, label }) => [value, label],
    ),
  )
  const word = (name: string, text: string) =>
    text === 'on' ? 'oui' : (BY_FIELD[name]?.[text] ?? chosen[text] ?? text)
  return names.map((name) => ({
    label: OFFER_FIELD_LABELS[name] ?? name,
    value: [values[name] ?? []]
      .flat()
      .map((text) => word(name, text))
      .join(', '),
  }))
}

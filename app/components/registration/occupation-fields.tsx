import type { ComponentProps } from 'react'
import { CheckboxGroup } from '#app/components/ui/checkbox-group.tsx'
import { Icon } from '#app/components/ui/icon.tsx'
import { OPT_IN_KIND_CHOICES } from '#app/domain/registration.labels.ts'
import { OPT_IN_KINDS } from '#app/domain/registration.ts'
import { OccupationPick } from './occupation-pick.tsx'

/** A work in one's own words or picked from a list, and the other kinds of offers. */
export function OccupationFields(props: ComponentProps<typeof OccupationPick>) {
  return (
    <>
      <OccupationPick {...props} />
      <CheckboxGroup
        name="kinds"
        label="Et aussi"
        form={props.form}
        look="boxed"
        optional
        choices={OPT_IN_KINDS.map((value) => ({
          value,
          help: OPT_IN_KIND_CHOICES[value].help,
          label: (
            <span className="with-icon">
              <Icon name={value} /> {OPT_IN_KIND_CHOICES[value].label}
            </span>
          ),
        }))}
      />
    </>
  )
}

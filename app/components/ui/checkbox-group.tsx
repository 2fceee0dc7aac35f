import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'

/** Any number of choices, all in sight. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup type="checkbox" {...props} />
}

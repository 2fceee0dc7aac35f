import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.tsx'

/** One choice among a few, all in sight. */
export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup type="radio" {...props} />
}

import type { ReactNode } from 'react'
import { Field } from './field.tsx'
import type { FormState } from './form-state.ts'

type Props = {
  name: string
  label: ReactNode
  help?: ReactNode
  form?: FormState
  defaultValue?: string
  min?: string
  max?: string
  optional?: boolean
}

/** A calendar day; its value is an ISO date. */
export function DateField(props: Props) {
  return <Field type="date" width="short" {...props} />
}

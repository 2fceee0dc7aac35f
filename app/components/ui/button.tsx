import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonLook = {
  look?: 'primary' | 'secondary' | 'danger' | 'quiet'
  size?: 'normal' | 'small'
  wide?: boolean
  icon?: IconName
}

/** The classes of a button, for links and summaries that look like one. */
export const buttonClass = ({ look = 'primary', size = 'normal', wide = false }: ButtonLook): string =>
  classNames('button', look !== 'primary' && look, size === 'small' && 'small', wide && 'wide')

type Props = ButtonLook & { children: ReactNode } & Omit<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'className' | 'style'
  >

/** A button of a form. Give `name` and `value` when a form has several. */
export function Button({ look, size, wide, icon, children, type = 'submit', ...rest }: Props) {
  return (
    <button type={type} className={buttonClass({ look, size, wide })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

import { Icon } from './icon.tsx'

type Props = { phone: string; display: string }

/** A telephone number that can be called. `phone` is E.164, `display` is how it is read. */
export function PhoneLink({ phone, display }: Props) {
  return (
    <a className="phone-link" href={`tel:${phone}`}>
      <Icon name="phone" />
      {display}
    </a>
  )
}

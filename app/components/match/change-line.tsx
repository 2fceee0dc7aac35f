import { Icon } from '#app/components/ui/icon.tsx'

type Props = { change: string; href?: string }

/** The one change that would open an offer, in a sentence; `href` leads to where the person says it. */
export function ChangeLine({ change, href }: Props) {
  return (
    <p className="change-line">
      <Icon name="key" />
      <span>
        Possible <strong>{change}</strong>.
        {href ? (
          <>
            {' '}
            <a href={href}>Changer mon profil</a>
          </>
        ) : null}
      </span>
    </p>
  )
}

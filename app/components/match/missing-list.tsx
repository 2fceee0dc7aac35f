import { Icon } from '#app/components/ui/icon.tsx'

/** What is missing, in words. Nothing when nothing is. */
export function MissingList({ missing }: { missing: string[] }) {
  if (missing.length === 0) return null
  return (
    <ul className="marked-list missing">
      {missing.map((what) => (
        <li key={what}>
          <Icon name="alert" />
          <span>{what.slice(0, 1).toUpperCase() + what.slice(1)}</span>
        </li>
      ))}
    </ul>
  )
}

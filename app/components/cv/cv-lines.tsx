import type { CvLine } from '#app/domain/cv.ts'

type Props = { title: string; lines: readonly CvLine[] }

/** What a person did or learned, each line with its way to change it. */
export function CvLines({ title, lines }: Props) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="cv-lines">
        {lines.map(({ id, title: name, place, years, details }) => (
          <li key={id}>
            <p>
              <strong>{[name, place, years].filter(Boolean).join(', ')}</strong>{' '}
              <a className="no-print" href={`/mon-cv/${id}/quoi`}>
                Changer<span className="visually-hidden"> : {name}</span>
              </a>
            </p>
            {details ? <p className="prose">{details}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { CV_TITLES, projectText } from '#app/domain/cv.labels.ts'
import type { Cv } from '#app/domain/cv.ts'
import { CvLines } from './cv-lines.tsx'

function Part({ title, items }: { title: string; items: readonly string[] }) {
  return items.length > 0 ? (
    <section>
      <h3>{title}</h3>
      <p>{items.join(' · ')}</p>
    </section>
  ) : null
}

/** A CV as it is printed: one sheet, everything the person told of her or himself. */
export function CvSheet({ cv }: { cv: Cv }) {
  const { phone, email } = cv.contact
  return (
    <article className="cv-sheet" aria-label={`CV de ${cv.name}`}>
      <h2>{cv.name}</h2>
      <p>{[cv.communeName, phone?.display, email].filter(Boolean).join(' · ')}</p>
      <Part title={CV_TITLES.projects} items={cv.projects.map(projectText)} />
      <CvLines title={CV_TITLES.experiences} lines={cv.experiences} />
      <CvLines title={CV_TITLES.trainings} lines={cv.trainings} />
      <Part title={CV_TITLES.skills} items={cv.skills} />
      <Part title={CV_TITLES.licences} items={cv.licences} />
      <Part title={CV_TITLES.languages} items={cv.languages} />
    </article>
  )
}

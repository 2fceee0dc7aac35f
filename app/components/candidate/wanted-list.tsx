import { Badge } from '#app/components/ui/badge.tsx'
import { PostButton } from '#app/components/ui/post-button.tsx'
import { OWN_EXPERIENCE_LABELS } from '#app/domain/profile.labels.ts'
import type { Project } from '#app/domain/profile.ts'

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The occupations wanted, in order, each with its experience and what may be changed of it. */
export function WantedList({ projects }: { projects: (Project & { label: string })[] }) {
  return (
    <ol className="plain-list stack">
      {projects.map(({ occupationCode, label, experience }, index) => (
        <li key={occupationCode} className="card stack-tight">
          <h2>{upperFirst(label)}</h2>
          <p>Votre expérience : {OWN_EXPERIENCE_LABELS[experience].toLowerCase()}.</p>
          {index === 0 && projects.length > 1 ? (
            <p>
              <Badge>Celui que vous voulez le plus</Badge>
            </p>
          ) : null}
          <div className="cluster">
            <a className="button secondary small" href={`/mon-profil/metiers/${occupationCode}`}>
              Changer mon expérience<span className="visually-hidden"> : {label}</span>
            </a>
            {index > 0 ? (
              <PostButton
                fields={{ intent: 'first', occupation: occupationCode }}
                look="secondary"
                size="small"
                about={label}
              >
                Mettre en premier
              </PostButton>
            ) : null}
            <PostButton
              fields={{ intent: 'remove', occupation: occupationCode }}
              look="quiet"
              size="small"
              about={label}
            >
              Retirer
            </PostButton>
          </div>
        </li>
      ))}
    </ol>
  )
}

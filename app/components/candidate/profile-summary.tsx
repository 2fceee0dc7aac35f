import { Icon, type IconName } from '#app/components/ui/icon.tsx'
import { PROFILE_QUESTION_WORDS, profileQuestionPath } from '#app/domain/profile.questions.labels.ts'
import { PROFILE_QUESTIONS, type ProfileQuestion } from '#app/domain/profile.questions.ts'
import { NOTHING_WORDS, type ProfileFacts, profileWords } from './profile-words.ts'

const ICONS: Record<ProfileQuestion, IconName> = {
  projects: 'job',
  skills: 'check',
  languages: 'speech',
  licences: 'car',
  slots: 'calendar',
  start: 'next',
  contracts: 'clock',
  commune: 'home',
  travel: 'place',
  kinds: 'search',
  situation: 'lock',
  visibility: 'people',
}

type LineProps = { icon: IconName; term: string; lines: readonly string[]; href: string; isMissing?: boolean }

/** One fact of the profile, in words, and the way to its question. */
export function ProfileLine({ icon, term, lines, href, isMissing = false }: LineProps) {
  return (
    <li className="profile-line">
      <Icon name={icon} size={28} />
      <div>
        <h2>{term}</h2>
        {isMissing ? (
          <p className="muted">Pas encore de réponse</p>
        ) : (
          lines.map((line) => <p key={line}>{line}</p>)
        )}
      </div>
      <a className="profile-change" href={href}>
        {isMissing ? 'Répondre' : 'Changer'}
        <span className="visually-hidden"> : {term}</span>
      </a>
    </li>
  )
}

type Props = { facts: ProfileFacts; missing: readonly ProfileQuestion[] }

/** What the profile says to each question. */
export function ProfileSummary({ facts, missing }: Props) {
  const words = profileWords(facts)
  return PROFILE_QUESTIONS.map((question) => (
    <ProfileLine
      key={question}
      icon={ICONS[question]}
      term={PROFILE_QUESTION_WORDS[question].term}
      lines={
        words[question].length > 0 ? words[question] : [NOTHING_WORDS[question] ?? 'Rien pour le moment.']
      }
      href={profileQuestionPath(question)}
      isMissing={missing.includes(question)}
    />
  ))
}

import { distinctionsOf, nameOf, type ShownPerson } from './person-words.ts'

/** People found, with what tells them apart. `isLinked`: their page may be opened. */
export function PeopleList({ people, isLinked }: { people: ShownPerson[]; isLinked: boolean }) {
  return (
    <ul className="people-list">
      {people.map((person) => (
        <li key={person.accountId}>
          {isLinked ? (
            <a className="person-link" href={`/accueil/personnes/${person.accountId}`}>
              {nameOf(person)}
            </a>
          ) : (
            <strong>{nameOf(person)}</strong>
          )}
          <span className="small muted">{distinctionsOf(person)}</span>
        </li>
      ))}
    </ul>
  )
}

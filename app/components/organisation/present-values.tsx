import { Notice } from '#app/components/ui/notice.tsx'

/** Somebody saved other changes meanwhile: what stands now, field by field, beside what was typed. */
export function PresentValues({ values }: { values: { label: string; value: string }[] }) {
  if (values.length === 0) return null
  return (
    <Notice tone="danger" title="Quelqu’un a enregistré d’autres changements" role="alert">
      <p>Votre texte est gardé dans le formulaire. Si vous enregistrez, il remplace ceci :</p>
      <dl className="definitions">
        {values.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="prose">{value || 'vide'}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

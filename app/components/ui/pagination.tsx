import { Icon } from './icon.tsx'

type Props = {
  page: number
  pageCount: number
  /** The address of a page, numbered from 1. */
  hrefOf: (page: number) => string
  label?: string
}

/** The numbers shown: first, last, and those around the present one; 0 stands for a gap. */
export function pagesShown(page: number, pageCount: number): number[] {
  const near = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount)
  const pages = [...new Set(near)].sort((a, b) => a - b)
  return pages.flatMap((n, index) => (index > 0 && n - (pages[index - 1] ?? n) > 1 ? [0, n] : [n]))
}

/** Previous, numbers, next. Nothing when there is only one page. */
export function Pagination({ page, pageCount, hrefOf, label = 'Pages' }: Props) {
  if (pageCount < 2) return null
  return (
    <nav className="pagination" aria-label={label}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          <Icon name="back" /> Précédente
        </a>
      ) : null}
      <ol className="pages">
        {pagesShown(page, pageCount).map((n, index, shown) => (
          <li key={n === 0 ? `gap-${shown[index + 1]}` : n}>
            {n === 0 ? (
              <span className="gap">…</span>
            ) : n === page ? (
              <span aria-current="page">
                <span className="visually-hidden">Page </span>
                {n}
              </span>
            ) : (
              <a href={hrefOf(n)}>
                <span className="visually-hidden">Page </span>
                {n}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <a href={hrefOf(page + 1)} rel="next">
          Suivante <Icon name="next" />
        </a>
      ) : null}
    </nav>
  )
}

const MOST = 10_000

/** The page asked for in the address (`?page=2`); 1 for anything else. */
export function pageNumber(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= MOST ? page : 1
}

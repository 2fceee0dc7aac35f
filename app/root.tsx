import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { DemoBar } from '#app/components/frame/demo-bar.tsx'
import { ErrorPage } from '#app/components/frame/error-page.tsx'
import { errorWords, thrownSentence, thrownTerritory } from '#app/components/frame/error-words.ts'
import { Footer } from '#app/components/frame/footer.tsx'
import type { Frame, RouteHandle } from '#app/components/frame/frame-data.ts'
import { Header } from '#app/components/frame/header.tsx'
import { HelpBar } from '#app/components/frame/help-bar.tsx'
import { ListenButton } from '#app/components/frame/listen-button.tsx'
import { useNonce } from '#app/components/frame/nonce-context.ts'
import { TerritoryStyle } from '#app/components/frame/territory-style.tsx'
import { getFrameOrOutage } from '#app/http/frame-outage.server.ts'
import communeField from './enhancements/commune-field.js?url&no-inline'
import readAloud from './enhancements/read-aloud.js?url&no-inline'
import usualAnswers from './enhancements/usual-answers.js?url&no-inline'
import styles from './styles/app.css?url'

export const loader = ({ request, context }: LoaderFunctionArgs): Promise<Frame> =>
  getFrameOrOutage(request, context)

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
]

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: error ? errorWords(statusOf(error)).title : (data?.territory.name ?? 'Actifs') },
]

const DESCRIPTION = 'Emploi, clause d’insertion, saison, bénévolat : les offres près de chez vous.'

const ENHANCEMENTS: Record<NonNullable<RouteHandle['enhance']>, string> = {
  'commune-field': communeField,
  'usual-answers': usualAnswers,
}

const noFrame: Pick<Frame, 'actor' | 'isDemo' | 'mailboxHref'> = {
  actor: null,
  isDemo: false,
  mailboxHref: null,
}

/** Pages that candidates and visitors read: those of organisations and professionals are tools. */
const isForEverybody = (actor: Frame['actor']): boolean => !actor?.role || actor.role === 'candidate'

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const { pathname } = useLocation()
  const handles = useMatches().map(({ handle }) => handle as RouteHandle | undefined)
  const isFailed = Boolean(useRouteError())
  const hydrate = !isFailed && handles.some((handle) => handle?.hydrate)
  const wide = handles.some((handle) => handle?.wide)
  const isDescribed = !isFailed && handles.some((handle) => handle?.described)
  const nonce = useNonce()
  const territory = frame?.territory ?? null
  const { actor, isDemo, mailboxHref } = frame ?? noFrame
  const isRead = isForEverybody(actor)
  const enhancements = [
    ...(isRead ? [readAloud] : []),
    ...handles.flatMap((handle) => (handle?.enhance ? [ENHANCEMENTS[handle.enhance]] : [])),
  ]
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        {isDescribed ? null : <meta name="description" content={DESCRIPTION} />}
        <Meta />
        <Links />
        <TerritoryStyle brandColor={territory?.brandColor ?? null} />
      </head>
      <body>
        <a className="skip-link" href="#contenu">
          Aller au contenu
        </a>
        {isDemo ? <DemoBar mailboxHref={mailboxHref} /> : null}
        {territory ? <HelpBar territory={territory} /> : null}
        <Header
          name={territory?.name ?? 'Actifs'}
          logo={territory?.logo ?? null}
          actor={actor}
          pathname={pathname}
        />
        {isRead ? <ListenButton /> : null}
        <main id="contenu" className={wide ? 'page wide' : 'page'} tabIndex={-1}>
          {children}
        </main>
        <Footer territory={territory} isSignedIn={actor !== null} />
        {enhancements.map((src) => (
          <script key={src} type="module" src={src} nonce={nonce} />
        ))}
        {hydrate ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const frame = useRouteLoaderData<typeof loader>('root')
  const said = isRouteErrorResponse(error) ? error.data : null
  const territory = frame?.territory ?? thrownTerritory(said)
  return <ErrorPage status={statusOf(error)} sentence={thrownSentence(said)} territory={territory} />
}

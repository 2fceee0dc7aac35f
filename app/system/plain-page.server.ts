const messages = {
  400: ['Cette adresse est incorrecte', 'Vérifiez le lien, ou revenez à l’accueil.'],
  403: [
    'Nous n’avons pas pu vérifier votre demande',
    'Elle ne vient pas de notre site. Revenez à l’accueil, puis recommencez.',
  ],
  404: ['Cette page n’existe pas', 'Elle a peut-être changé d’adresse. Revenez à l’accueil.'],
  405: ['Cette action n’est pas possible ici', 'Revenez à l’accueil, puis recommencez.'],
  411: ['Votre envoi est incomplet', 'Revenez en arrière, puis recommencez.'],
  413: [
    'Votre envoi est trop lourd',
    'Revenez en arrière. Raccourcissez votre texte, ou choisissez un fichier de 5 Mo au plus.',
  ],
  500: [
    'Le site ne répond pas pour le moment',
    'Ce n’est pas de votre faute. Réessayez dans quelques minutes.',
  ],
  503: [
    'Trop de monde à la fois',
    'Le site reçoit beaucoup de visites en ce moment. Attendez une minute, puis réessayez.',
  ],
} as const

export type PlainStatus = keyof typeof messages

/** Whom to call, as people read it and as a telephone dials it. */
export type HelpLine = { phone: string; display: string; hours: string }

const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

const help = ({ phone, display, hours }: HelpLine) =>
  `<p>Vous n’y arrivez pas ? Appelez-nous : <a href="tel:${escaped(phone)}">${escaped(display)}</a> (${escaped(hours)}).</p>\n`

/** A whole page for requests that stop before the application: what happened, what to do and whom to call, in French. */
export function plainPage(status: PlainStatus, nonce: string, helpLine: HelpLine | null = null): string {
  const [title, advice] = messages[status]
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1d2328; background: #fbf9f4 }
a { color: #0f5c63 }
@media (prefers-color-scheme: dark) { body { color: #edeff0; background: #14191d } a { color: #6cc5cc } }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>
${helpLine ? help(helpLine) : ''}<p><a href="/">Revenir à l’accueil</a></p>
</main>
</body>
</html>
`
}

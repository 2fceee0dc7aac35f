import { useNonce } from '#app/components/frame/nonce-context.ts'
import { type PostedOffer, toJobPosting, toScriptJson } from './job-posting.ts'

/** The offer as data for search engines. */
export function JobPostingScript({ offer, url }: { offer: PostedOffer; url: string }) {
  return (
    <script
      type="application/ld+json"
      nonce={useNonce()}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose "<" are escaped
      dangerouslySetInnerHTML={{ __html: toScriptJson(toJobPosting(offer, url)) }}
    />
  )
}

import type { Channel } from './account.ts'
import type { Role } from './actor.ts'

export const ROLE_LABELS: Record<Role, string> = {
  candidate: 'Je cherche',
  recruiter: 'Je recrute ou j’accueille',
  relation_officer: 'Chargé·e de relations employeurs',
  hotline: 'Hotline',
  referent: 'Référent·e',
  facilitator: 'Facilitateur·rice',
  administrator: 'Administration',
}

export const CHANNEL_LABELS: Record<Channel, string> = {
  sms: 'Par SMS',
  email: 'Par e-mail',
  none: 'Aucun message',
}

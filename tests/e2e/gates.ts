import pg from 'pg'

const NAMESPACE = 20_020
const LIMIT_MS = 60_000
const LOOK_MS = 20

/** The steps of the chain, in their order: each is held just before its row is written. */
export const GATES = {
  'the fact is relayed': 'before update of relayed_at on outbox_event for each row',
  'the offer is indexed': 'before insert on search.offer for each row',
  'people are proposed': 'before insert on "match" for each row',
  'the message is written': 'before insert on message for each row',
  'the message is claimed': 'before update of attempts on message for each row',
  'the message leaves': 'before insert on local_delivery for each row',
  'the message is known to have left':
    "before update on message for each row when (new.state = 'accepted' and old.state <> 'accepted')",
} as const
export type Gate = keyof typeof GATES
export const GATE_NAMES = Object.keys(GATES) as Gate[]

/** Gates in the database at which the worker stands still while they are closed: a place to kill it at. */
export async function buildGates(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`create function hold() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(${NAMESPACE}, tg_argv[0]::int); return new; end $$`)
  for (const [index, gate] of GATE_NAMES.entries())
    await client.query(`create trigger hold_${index} ${GATES[gate]} execute function hold('${index}')`)
  const lock = (verb: string, gate: Gate) =>
    client.query(`select ${verb}($1, $2)`, [NAMESPACE, GATE_NAMES.indexOf(gate)])
  const waiting = async (gate: Gate): Promise<number[]> => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and not granted and classid = $1 and objid = $2`,
      [NAMESPACE, GATE_NAMES.indexOf(gate)],
    )
    return rows.map(({ pid }) => pid)
  }
  return {
    close: (gate: Gate) => lock('pg_advisory_lock', gate),
    open: (gate: Gate) => lock('pg_advisory_unlock', gate),
    /** Resolves once somebody stands at the gate. */
    async reached(gate: Gate) {
      const limit = Date.now() + LIMIT_MS
      while ((await waiting(gate)).length === 0) {
        if (Date.now() > limit) throw new Error(`Nobody came to: ${gate}`)
        await new Promise((next) => setTimeout(next, LOOK_MS))
      }
    },
    /** Takes back what stands at the gate: the database never hears of it. */
    async turnBack(gate: Gate) {
      for (const pid of await waiting(gate)) await client.query('select pg_terminate_backend($1)', [pid])
    },
    end: () => client.end(),
  }
}

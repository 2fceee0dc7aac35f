import type { Refusal, RefusalCode } from './errors.ts'

/** An expected outcome: a value, or a refusal that the person can understand and act on. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps an expected refusal: its code, and the errors of each field when the input was at fault. */
export const refuse = (code: RefusalCode, fields: Record<string, string[]> = {}): Result<never> => ({
  ok: false,
  refusal: { code, fields },
})

/** What an asynchronous function returns when it succeeds. */
// biome-ignore lint/suspicious/noExplicitAny: any arguments will do
export type ValueOf<F extends (...given: any[]) => Promise<Result<unknown>>> = Extract<
  Awaited<ReturnType<F>>,
  { ok: true }
>['value']

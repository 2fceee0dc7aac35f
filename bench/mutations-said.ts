/**
 * What a judge says of the mutants, a line of JSON each: by which test one was caught (null: not yet; id 0: a test that fails
 * without any), or those that the tests of a file could not be run again in place for.
 */
export type Said = { id: number; by: string | null } | { file: string; unjudged: number[] }

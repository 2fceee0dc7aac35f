/** The present moment of the tests: a Monday, 10 h in Paris. */
export const NOW = new Date('2026-06-01T08:00:00Z')

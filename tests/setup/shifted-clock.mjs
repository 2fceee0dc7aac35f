// Preloaded into the processes of the end-to-end tests: their clock runs CLOCK_SHIFT_MS away from the machine's.
const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const Real = globalThis.Date
const now = Real.now.bind(Real)
Real.now = () => now() + shiftMs

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [Real.now()] : args, newTarget),
  apply: () => new Real(Real.now()).toString(),
})

// Imported by every file that holds sleeping mutants: whoever judges them says which one is awake, else none is.
globalThis.isMutant ??= () => false

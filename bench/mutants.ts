import path from 'node:path'
import ts from 'typescript'

/** One guard taken away: `text` stands for what was between two places of the file. */
export type Mutant = { file: string; line: number; what: string; start: number; end: number; text: string }

const EVERYBODY = [
  'newcomer',
  'unconfirmed',
  'candidate',
  'recruiter',
  'relation_officer',
  'hotline',
  'referent',
  'facilitator',
  'administrator',
]
const everybody = [...EVERYBODY, 'anonymous', 'system', 'self'].map((kind) => `'${kind}'`).join(', ')

type Change = { node: ts.Node; text: string; what: string }

const isAnd = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken

const isCompared = (node: ts.BinaryExpression): boolean =>
  node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
  node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken

/** Every condition of a policy, held for true: the sides of an "and", comparisons that stand alone, lists asked for. */
function conditionsOf(node: ts.Node): Change[] {
  const held = (one: ts.Node): Change => ({ node: one, text: 'true', what: `${one.getText()} → true` })
  if (ts.isBinaryExpression(node)) {
    if (isAnd(node)) return [node.left, node.right].filter((side) => !isAnd(side)).map(held)
    if (isCompared(node)) return [held(node)]
  }
  const isAsked = ts.isCallExpression(node) && /\.(includes|some|every)$/.test(node.expression.getText())
  return isAsked ? [held(node)] : []
}

/** Whoever may take a step of a life cycle. */
function rolesOf(node: ts.Node): Change[] {
  if (!ts.isPropertyAssignment(node) || !/^(roles|by)$/.test(node.name.getText())) return []
  const value = node.initializer
  return [{ node: value, text: `[${everybody}]`, what: `${node.getText()} → everybody` }]
}

/** Whom a route lets in. */
function guardsOf(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'requireActor') return []
  const [request] = node.arguments
  if (!request) return []
  const kinds = EVERYBODY.map((kind) => `'${kind}'`).join(', ')
  return [
    { node, text: `requireActor(${request.getText()}, ${kinds})`, what: `${node.getText()} → everybody` },
  ]
}

/** What a scope keeps out of reach: the rows of each kind of scope, and each place where the scope is asked for. */
function scopesOf(node: ts.Node): Change[] {
  if (ts.isCallExpression(node) && /[wW]ithin$/.test(node.expression.getText()))
    return [{ node, text: '({})', what: `${node.getText()} → every row` }]
  if (!ts.isReturnStatement(node) || !node.expression || !ts.isObjectLiteralExpression(node.expression))
    return []
  const isScoped = /\bscope\./.test(node.expression.getText()) || /notIn/.test(node.expression.getText())
  return isScoped
    ? [{ node: node.expression, text: '{}', what: `${node.expression.getText()} → every row` }]
    : []
}

function findersFor(file: string, source: string): ((node: ts.Node) => Change[])[] {
  if (/^app\/domain\/.*\.policy\.ts$/.test(file)) return /\bactor\b/.test(source) ? [conditionsOf] : []
  if (/^app\/domain\/.*\.transitions\.ts$/.test(file)) return [rolesOf]
  if (/^app\/(routes|http)\//.test(file)) return [guardsOf]
  return /^app\/db\/[^/]*\.server\.ts$/.test(file) ? [scopesOf] : []
}

/** The mutants of a file: each of its guards taken away, one at a time. None for a file that guards nothing. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const finders = findersFor(file, source)
  if (finders.length === 0) return []
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind)
  const mutants = new Map<string, Mutant>()
  const visit = (node: ts.Node): void => {
    for (const { node: one, text, what } of finders.flatMap((find) => find(node))) {
      const [start, end] = [one.getStart(), one.getEnd()]
      const line = parsed.getLineAndCharacterOfPosition(start).line + 1
      mutants.set(`${start}-${end}`, { file, line, what: what.replace(/\s+/g, ' '), start, end, text })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return [...mutants.values()].sort((a, b) => a.start - b.start)
}

/** The files that a file imports of the project, as paths from its root. */
const importsOf = (file: string, source: string): string[] =>
  ts.preProcessFile(source, true, true).importedFiles.flatMap(({ fileName }) => {
    if (fileName.startsWith('#')) return [fileName.slice(1)]
    return fileName.startsWith('.') ? [path.posix.join(path.posix.dirname(file), fileName)] : []
  })

/** The files among `from` that reach `target` by their imports, whatever the way. */
export function filesReaching(
  sources: ReadonlyMap<string, string>,
  from: readonly string[],
  target: string,
): string[] {
  const importers = new Map<string, string[]>()
  for (const [file, source] of sources)
    for (const imported of importsOf(file, source))
      importers.set(imported, [...(importers.get(imported) ?? []), file])
  const reached = new Set([target])
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer)
  return from.filter((file) => reached.has(file))
}

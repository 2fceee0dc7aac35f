import ts from 'typescript'
import { ROLES } from '#app/domain/actor.ts'

/** What may be taken away at a node of a source, and what is written there instead (`Mutant.write`). */
export type Change = {
  node: ts.Node
  what: string
  /** True when nothing can follow but that more is let through. */
  opens: boolean
  write: (isOn: string, original: string) => string
}

type Finder = (node: ts.Node) => Change[]

const HATS = ['newcomer', 'unconfirmed', ...ROLES]
const listed = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ')

const replaced = (node: ts.Node, text: string, what = `${node.getText()} → ${text}`): Change => ({
  node,
  what,
  opens: true,
  write: (isOn, original) => `(${isOn} ? (${text}) : (${original}))`,
})

const negated = (node: ts.Node): Change => ({
  node,
  what: `${node.getText()} → not`,
  opens: false,
  write: (isOn, original) => `(${isOn} !== Boolean(${original}))`,
})

const { AmpersandAmpersandToken, BarBarToken, EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } =
  ts.SyntaxKind

const isOperator = (node: ts.Node, ...kinds: ts.SyntaxKind[]): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && kinds.includes(node.operatorToken.kind)

/** The sides of a chain of one operator, as deep as it goes. */
function sidesOf(node: ts.Node, operator: ts.SyntaxKind): ts.Node[] {
  if (ts.isParenthesizedExpression(node)) return sidesOf(node.expression, operator)
  if (!isOperator(node, operator)) return [node]
  return [...sidesOf(node.left, operator), ...sidesOf(node.right, operator)]
}

/** Told to the types alone. */
const NARROWS = /^!\('\w+' in actor\)$|^'\w+' in actor$/

/** Every condition of a policy, held for true: the sides of an "and", comparisons that stand alone, lists asked for. */
const conditions: Finder = (node) => {
  if (isOperator(node, AmpersandAmpersandToken))
    return sidesOf(node, AmpersandAmpersandToken)
      .filter((side) => !NARROWS.test(side.getText()))
      .map((side) => replaced(side, 'true'))
  if (isOperator(node, EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken)) return [replaced(node, 'true')]
  const isAsked = ts.isCallExpression(node) && /\.(includes|some|every)$/.test(node.expression.getText())
  return isAsked ? [replaced(node, 'true')] : []
}

/** The answers of an exported policy: always yes, and the contrary. */
const answers: Finder = (node) => {
  const isYesOrNo = (type: ts.TypeNode | undefined) => /^boolean$|\bis\b/.test(type?.getText() ?? '')
  const isExported = (one: ts.Node) =>
    ts.canHaveModifiers(one) && ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  const both = (one: ts.Node) => [replaced(one, 'true', `${one.getText()} → always`), negated(one)]
  if (ts.isArrowFunction(node) && isYesOrNo(node.type) && !ts.isBlock(node.body))
    return isExported(node.parent.parent.parent) ? both(node.body) : []
  if (!ts.isReturnStatement(node) || !node.expression) return []
  let above: ts.Node = node
  while (!ts.isFunctionDeclaration(above) && above.parent) above = above.parent
  const isPolicy = ts.isFunctionDeclaration(above) && isExported(above) && isYesOrNo(above.type)
  if (!isPolicy) return []
  return /^(true|false)$/.test(node.expression.getText()) ? [negated(node.expression)] : both(node.expression)
}

/** Whoever may take a step of a life cycle. */
const roles: Finder = (node) => {
  if (!ts.isPropertyAssignment(node) || !/^(roles|by)$/.test(node.name.getText())) return []
  const everybody = `[${listed([...HATS, 'anonymous', 'system', 'self'])}]`
  const value = node.initializer.getText()
  return [
    {
      node,
      what: `${node.getText()} → everybody`,
      opens: true,
      write: (isOn) => `get ${node.name.getText()}() { return ${isOn} ? ${everybody} : ${value} }`,
    },
  ]
}

/** Whom a page lets in. */
const doors: Finder = (node) => {
  if (!ts.isCallExpression(node)) return []
  const [request] = node.arguments
  const name = node.expression.getText()
  if (!request || !/^(requireActor|requireNewcomer)$/.test(name)) return []
  const anybody = name === 'requireActor' ? `requireActor(${request.getText()}, ${listed(HATS)})` : ''
  return [
    ...(anybody ? [replaced(node, anybody, `${node.getText()} → everybody`)] : []),
    ...(anybody ? [] : [replaced(node, `getActor(${request.getText()})`, `${node.getText()} → everybody`)]),
  ]
}

const REFUSES =
  /\b(refuse|endRefused|throwRefusal|redirect)\(|\breturn (null|false|undefined|NOBODY)\b|\bthrow /
const GUARDS = /\b(actor|scope|own|judged?|canFind)\b|\b(can|owns|may|is(Own|InReach))[A-Z]?\w*\(/

/**
 * Each reason for which a step refuses, passed over. `about` says which reasons count; what is told to the types alone, and
 * a policy asked (`asked` finds it), do not.
 */
const refusals =
  (about: RegExp, policies: ReadonlySet<string> = new Set()): Finder =>
  (node) => {
    if (!ts.isIfStatement(node) || !REFUSES.test(node.thenStatement.getText())) return []
    const isPolicy = (text: string) => policies.has(/^!(\w+)\(/.exec(text)?.[1] ?? '')
    return sidesOf(node.expression, BarBarToken)
      .filter((side) => about.test(side.getText()))
      .filter((side) => !NARROWS.test(side.getText()) && !isPolicy(side.getText()))
      .map((side) => replaced(side, 'false', `if (${side.getText()}) → never`))
  }

/** Each policy asked outside the domain: always yes, and the contrary. */
const asked =
  (policies: ReadonlySet<string>): Finder =>
  (node) => {
    if (!ts.isCallExpression(node) || !policies.has(node.expression.getText())) return []
    const name = node.expression.getText()
    if (name.startsWith('judge')) return [replaced(node, '{ ok: true, value: null }')]
    return [replaced(node, 'true'), negated(node)]
  }

/** What a scope keeps out of reach: the rows of each kind of scope, and each place where the scope is asked for. */
const scopes: Finder = (node) => {
  if (ts.isCallExpression(node) && /[wW]ithin$/.test(node.expression.getText()))
    return [replaced(node, '({})', `${node.getText()} → every row`)]
  if (!ts.isReturnStatement(node) || !node.expression || !ts.isObjectLiteralExpression(node.expression))
    return []
  const isScoped = /\bscope\.|notIn/.test(node.expression.getText())
  return isScoped ? [replaced(node.expression, '({})', `${node.expression.getText()} → every row`)] : []
}

const OWNER = /^(territoryId|organisationId|accountId|profileId|referentId)$/
const MANY = /\.(findFirst|findMany|count|updateMany|deleteMany)$/

/** Whose rows a statement is kept to: each owner taken out of its `where`. */
const owners: Finder = (node) => {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return []
  if (!OWNER.test(node.name.getText()) || !ts.isObjectLiteralExpression(node.parent)) return []
  let above: ts.Node = node.parent
  let isWhere = false
  while (above.parent && !(ts.isCallExpression(above) && MANY.test(above.expression.getText()))) {
    isWhere ||= ts.isPropertyAssignment(above) && above.name.getText() === 'where'
    if (ts.isPropertyAssignment(above) && /^(select|include|data|create)$/.test(above.name.getText()))
      return []
    above = above.parent
  }
  if (!isWhere || !ts.isCallExpression(above)) return []
  const what = `where ${node.getText()} → taken out`
  return [{ node, what, opens: true, write: (isOn, original) => `...(${isOn} ? {} : { ${original} })` }]
}

const OWNED_BY = /\b(and|where) [\w.]*\b(territory_id|organisation_id|account_id|profile_id) = \$\{[^{}]*\}/g

/** The same in a statement of SQL. */
const sqlOwners: Finder = (node) => {
  if (!ts.isTaggedTemplateExpression(node)) return []
  const text = node.getText()
  return [...text.matchAll(OWNED_BY)].map((found) => {
    const rest = `${text.slice(0, found.index)}${found[1]} true${text.slice(found.index + found[0].length)}`
    return replaced(node, rest, `${found[0]} → taken out`)
  })
}

const policiesIn = (source: string): ReadonlySet<string> =>
  new Set(
    [...source.matchAll(/import (?:type )?\{([^}]*)\} from '#app\/domain\/[\w.-]*policy\.ts'/g)]
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim())
      .filter((name) => /^(can|owns|may|is|judge)/.test(name)),
  )

/** What looks for guards in this file; nothing in a file that guards nothing. */
export function findersFor(file: string, source: string): Finder[] {
  if (/^app\/domain\/.*\.policy\.ts$/.test(file))
    return /\bactor\b/.test(source) ? [conditions, answers, refusals(/./)] : []
  if (/^app\/domain\/.*\.transitions\.ts$/.test(file)) return [roles]
  if (/^app\/system\/request-guard/.test(file)) return [conditions, refusals(/./)]
  if (/^app\/http\//.test(file)) return [doors, refusals(/./)]
  const policies = policiesIn(source)
  if (/^app\/(routes|use-cases|queries)\//.test(file))
    return [doors, refusals(GUARDS, policies), asked(policies)]
  return /^app\/db\/[^/]*\.server\.ts$/.test(file) ? [scopes, owners, sqlOwners, refusals(GUARDS)] : []
}

import path from 'node:path'
import ts from 'typescript'
import { SANCTIONING_ROLES, USAGE_COLUMNS, USAGE_STATES, USAGE_TABLES } from '#app/domain/usage-facts.ts'

/** The application's sources by path from the root. */
export type Sources = ReadonlyMap<string, string>

type Module = { declarations: Map<string, ts.Node>; imports: Map<string, { file: string; name: string }> }

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const READS = [
  ...USAGE_TABLES.flatMap((table) => [
    new RegExp(`\\.${camel(table)}\\s*\\.(find|count|groupBy|aggregate)`),
    new RegExp(`\\b(?<!delete )(from|join)\\s+${table}\\b`, 'i'),
  ]),
  /\b(sessions|codes|answerLinks):\s*(true|\{)/,
  ...USAGE_COLUMNS.flatMap(([, column]) => [
    new RegExp(`\\b${camel(column)}:\\s*true`),
    new RegExp(`\\.${camel(column)}\\b`),
    new RegExp(`\\b${column}\\b`),
  ]),
  ...USAGE_STATES.map(([, state]) => new RegExp(`(?<!(not:|!==)\\s*)'${state}'`)),
]
const ROLE = new RegExp(`'(${SANCTIONING_ROLES.join('|')})'`)

/** Where a session is read to know who asks: the reading stops there. */
const DOOR = 'app/http/actor.server.ts'

/** Yes or no, whether somebody on the telephone is locked out: the hotline has to help (issue 4, "Codes, sessions, limits"). */
const HELP = 'app/queries/hotline-person.server.ts#isLockedOut'

/** Pages about the very account that asks, whatever its hat. */
const OWN_PAGES = /^app\/routes\/(connexion|deconnexion|mon-compte|mes-espaces|mes-donnees|inscription)\b/

const facts = new WeakMap<ts.Node, { isReader: boolean; asksForRole: boolean; uses: Set<string> }>()

/** What a declaration says for itself. */
function factsOf(node: ts.Node) {
  const known = facts.get(node)
  if (known) return known
  const text = node.getText().replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
  const found = {
    isReader: READS.some((pattern) => pattern.test(text)),
    asksForRole: /require\w*\(|Actor/.test(text) && ROLE.test(text),
    uses: usedIn(node),
  }
  facts.set(node, found)
  return found
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null
}

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesOf(element.name)))

function parse(file: string, source: string): Module {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const module: Module = { declarations: new Map(), imports: new Map() }
  for (const node of tree.statements) {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) {
      const target = targetOf(file, (node.moduleSpecifier as ts.StringLiteral).text)
      const bindings = node.importClause?.namedBindings
      if (!target || !bindings) continue
      if (ts.isNamespaceImport(bindings)) module.imports.set(bindings.name.text, { file: target, name: '*' })
      else
        for (const one of bindings.elements)
          module.imports.set(one.name.text, { file: target, name: (one.propertyName ?? one.name).text })
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && node.exportClause) {
      const target = targetOf(file, (node.moduleSpecifier as ts.StringLiteral).text)
      if (target && ts.isNamedExports(node.exportClause))
        for (const one of node.exportClause.elements)
          module.imports.set(one.name.text, { file: target, name: (one.propertyName ?? one.name).text })
    } else if (ts.isVariableStatement(node)) {
      for (const one of node.declarationList.declarations)
        for (const name of namesOf(one.name)) module.declarations.set(name, one)
    } else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
      module.declarations.set(node.name?.text ?? 'default', node)
  }
  return module
}

const parsed = new Map<string, Module>()

function moduleIn(file: string, source: string): Module {
  const key = `${file}\n${source}`
  const module = parsed.get(key) ?? parse(file, source)
  parsed.set(key, module)
  return module
}

/** Names used in a declaration, whatever they turn out to be. */
function usedIn(node: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (one: ts.Node): void => {
    if (ts.isIdentifier(one)) names.add(one.text)
    ts.forEachChild(one, visit)
  }
  visit(node)
  return names
}

/**
 * The ways from a page or an export that a sanctioning role may open to a function of `app/db` that reads usage facts, each as
 * `route → … → reader`. Declarations are followed one by one, so that a module may hold both kinds.
 */
export function waysToUsageFacts(sources: Sources, routes: Iterable<string> = sources.keys()): string[] {
  const moduleOf = (file: string): Module | null => {
    const source = sources.get(file)
    if (source === undefined) return null
    return moduleIn(file, source)
  }
  function walk(route: string): string[] {
    const seen = new Set<string>()
    const found: string[] = []
    let isForSanctioning = false
    const follow = (file: string, name: string, way: readonly string[]): void => {
      const module = moduleOf(file)
      const key = `${file}#${name}`
      if (!module || seen.has(key) || file === DOOR || key === HELP) return
      seen.add(key)
      if (name === '*') {
        for (const each of [...module.declarations.keys(), ...module.imports.keys()]) follow(file, each, way)
        return
      }
      const imported = module.imports.get(name)
      if (imported) follow(imported.file, imported.name, way)
      const node = module.declarations.get(name)
      if (!node) return
      const { isReader, asksForRole, uses } = factsOf(node)
      if (/^app\/(routes|http)\//.test(file) && asksForRole) isForSanctioning = true
      if (/^app\/(db|queries)\//.test(file) && isReader) found.push([...way, key].join(' → '))
      for (const used of uses) if (used !== name) follow(file, used, [...way, key])
    }
    follow(route, '*', [])
    return isForSanctioning ? found : []
  }
  return [...routes].filter((file) => file.startsWith('app/routes/') && !OWN_PAGES.test(file)).flatMap(walk)
}

/** The functions that read usage facts, to be sure that some are seen. */
export const readersOfUsageIn = (sources: Sources): string[] =>
  [...sources]
    .filter(([file]) => file.startsWith('app/db/') && !file.includes('/generated/'))
    .flatMap(([file, source]) =>
      [...moduleIn(file, source).declarations]
        .filter(([, node]) => factsOf(node).isReader)
        .map(([name]) => `${file}#${name}`),
    )

import ts from 'typescript'

const saysIntent = (node: ts.Node): boolean => /\bintent\b/i.test(node.getText())

const isLiteral = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node)

/** The keys of `const NAME = { … }` in this file, null when it is not there. */
function keysOf(file: ts.SourceFile, name: string): string[] | null {
  let keys: string[] | null = null
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
      let value: ts.Expression = node.initializer
      while (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression
      if (ts.isObjectLiteralExpression(value))
        keys = value.properties.map((property) => property.name?.getText().replace(/^['"]|['"]$/g, '') ?? '…')
      else if (ts.isArrayLiteralExpression(value))
        keys = value.elements.filter(isLiteral).map(({ text }) => text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return keys
}

/**
 * The intents that a route's action tells apart, read from its source: literals compared with what is called `intent`, its
 * cases, and the keys of the tables it is looked up in. `unread` names the tables that are kept in another file.
 */
export function intentsIn(source: string): { intents: string[]; unread: string[] } {
  const file = ts.createSourceFile('route.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const intents = new Set<string>()
  const unread = new Set<string>()
  const lookUp = (name: string) => {
    const keys = keysOf(file, name)
    if (keys) for (const key of keys) intents.add(key)
    else unread.add(name)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) {
      const [one, other] = [node.left, node.right]
      if (isLiteral(one) && saysIntent(other)) intents.add(one.text)
      if (isLiteral(other) && saysIntent(one)) intents.add(other.text)
    }
    if (ts.isSwitchStatement(node) && saysIntent(node.expression))
      for (const clause of node.caseBlock.clauses)
        if (ts.isCaseClause(clause) && isLiteral(clause.expression)) intents.add(clause.expression.text)
    if (ts.isCallExpression(node)) {
      const [table, key] = node.arguments
      const isLookUp = node.expression.getText() === 'Object.hasOwn'
      if (isLookUp && table && key && saysIntent(key)) lookUp(table.getText())
    }
    if (ts.isElementAccessExpression(node) && saysIntent(node.argumentExpression))
      lookUp(node.expression.getText())
    ts.forEachChild(node, visit)
  }
  visit(file)
  intents.delete('')
  return { intents: [...intents].sort(), unread: [...unread].sort() }
}

/** True when the source reads a field `intent` at all. */
export const readsIntent = (source: string): boolean => /['"]intent['"]/.test(source)

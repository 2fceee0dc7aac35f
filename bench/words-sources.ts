import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const ROOT = path.resolve(import.meta.dirname, '..')
/** What is drawn or named on a screen: the rest of a page's imports says nothing to anybody. */
const SHOWN = /^app\/(routes|components)\/|^app\/domain\/[\w.-]*labels\.ts$|^app\/root\.tsx$/

const sourceOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** A file's import as a path from the root of the repository, or null when it is not ours. */
function resolve(from: string, name: string): string | null {
  const file = name.startsWith('#')
    ? name.slice(1)
    : name.startsWith('.')
      ? path.join(path.dirname(from), name)
      : null
  return file && existsSync(path.join(ROOT, file)) ? file : null
}

/** The files whose words a page shows: its own and those it imports, without what stands around every page. */
export function shownFiles(page: string): string[] {
  const found = new Set([page])
  for (const file of found)
    for (const { fileName } of ts.preProcessFile(sourceOf(file)).importedFiles) {
      const imported = resolve(file, fileName)
      if (imported && SHOWN.test(imported)) found.add(imported)
    }
  return [...found]
}

// Names that machines read: of a class, an address, a field.
const NOT_SAID = new Set(
  'className href name id type value autoComplete inputMode action method src rel look tone role icon tag width accept encType d'.split(
    ' ',
  ),
)

const isSaid = (text: string) =>
  /\p{L}{2,}\s+\S|^\p{Lu}\p{Ll}+ [^\s/]|[.!?…]$/u.test(text.trim()) && /[\p{L}]/u.test(text)

/** The text of an element, what is computed in it standing as one word. */
function textOfElement(node: ts.JsxElement | ts.JsxFragment): string {
  return node.children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text.replace(/\s+/g, ' ')
      if (ts.isJsxExpression(child)) {
        const { expression } = child
        if (!expression) return ''
        if (ts.isStringLiteral(expression)) return expression.text
        return ts.isConditionalExpression(expression) || ts.isCallExpression(expression) ? '' : 'mot'
      }
      return ts.isJsxElement(child) && isInline(child) ? textOfElement(child) : '\n'
    })
    .join('')
}

const INLINE = new Set(['a', 'strong', 'em', 'span', 'b'])
const isInline = (node: ts.JsxElement) => INLINE.has(node.openingElement.tagName.getText())

/** What a source says to people, one text a line of the page; computed values stand as one word. */
export function textsIn(file: string, source = sourceOf(file)): string[] {
  const texts: string[] = []
  const say = (text: string) => {
    for (const line of text.split('\n')) if (isSaid(line)) texts.push(line.replace(/\s+/g, ' ').trim())
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isJsxAttribute(node) && NOT_SAID.has(node.name.getText())) return
    if (ts.isTypeNode(node)) return
    if ((ts.isJsxElement(node) && !isInline(node)) || ts.isJsxFragment(node)) say(textOfElement(node))
    else if (ts.isJsxElement(node) && !isJsxParent(node.parent)) say(textOfElement(node))
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) say(node.text)
    if (ts.isTemplateExpression(node))
      say(node.head.text + node.templateSpans.map(({ literal }) => `mot${literal.text}`).join(''))
    else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return [...new Set(texts)]
}

const isJsxParent = (node: ts.Node) => ts.isJsxElement(node) || ts.isJsxFragment(node)

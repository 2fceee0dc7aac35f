import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { CV_TITLES, projectText } from '#app/domain/cv.labels.ts'
import type { Cv, CvLine } from '#app/domain/cv.ts'

// The built-in fonts of PDF know Latin-1 alone; this one writes most of the names that people bear.
const { resolve } = createRequire(import.meta.url)
const FONTS = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
}

const A4_WIDTH = 595.28
const A4_HEIGHT = 841.89
const MARGIN = 48
const SMALLEST = 8
const SIZES = [12, 10.5, 9.5, 8.75, SMALLEST]

type Writer = { document: PDFKit.PDFDocument; size: number }

function heading({ document, size }: Writer, text: string) {
  document
    .moveDown(0.9)
    .font('bold')
    .fontSize(size * 1.15)
    .fillColor('#1d4f4b')
    .text(text)
    .moveDown(0.25)
    .fillColor('#000')
}

const paragraph = ({ document, size }: Writer, text: string, font: 'plain' | 'bold' = 'plain') =>
  document.font(font).fontSize(size).text(text)

function part(writer: Writer, title: string, items: readonly string[]) {
  if (items.length === 0) return
  heading(writer, title)
  paragraph(writer, items.join(' · '))
}

function lines(writer: Writer, title: string, entries: readonly CvLine[]) {
  if (entries.length === 0) return
  heading(writer, title)
  for (const { title: name, place, years, details } of entries) {
    paragraph(writer, [name, place, years].filter(Boolean).join(', '), 'bold')
    if (details) paragraph(writer, details)
    writer.document.moveDown(0.35)
  }
}

/** Writes the CV and returns how far down it went, in points. */
function write(writer: Writer, cv: Cv): number {
  const { document, size } = writer
  document
    .font('bold')
    .fontSize(size * 2)
    .text(cv.name)
  const { phone, email } = cv.contact
  paragraph(writer, [cv.communeName, phone?.display, email].filter(Boolean).join(' · '))
  part(writer, CV_TITLES.projects, cv.projects.map(projectText))
  lines(writer, CV_TITLES.experiences, cv.experiences)
  lines(writer, CV_TITLES.trainings, cv.trainings)
  part(writer, CV_TITLES.skills, cv.skills)
  part(writer, CV_TITLES.licences, cv.licences)
  part(writer, CV_TITLES.languages, cv.languages)
  return document.y
}

function newDocument(height: number, name: string): PDFKit.PDFDocument {
  const document = new PDFDocument({
    size: [A4_WIDTH, height],
    margin: MARGIN,
    lang: 'fr-FR',
    info: { Title: `CV de ${name}`, Author: name },
    font: FONTS.plain,
  })
  return document.registerFont('plain', FONTS.plain).registerFont('bold', FONTS.bold)
}

/** The CV with less and less on it: the details of the oldest lines go first, then the lines themselves. */
function* shorterAndShorter(cv: Cv): Generator<Cv> {
  for (const part of ['trainings', 'experiences'] as const)
    for (let kept = cv[part].length - 1; kept >= 0; kept--) {
      cv = { ...cv, [part]: cv[part].map((line, at) => (at < kept ? line : { ...line, details: null })) }
      yield cv
    }
  for (const part of ['trainings', 'experiences'] as const)
    while (cv[part].length > 1) {
      cv = { ...cv, [part]: cv[part].slice(0, -1) }
      yield cv
    }
}

/** What of a CV holds on one page, and the size of its letters: the largest that holds all, else the smallest. */
function fitToPage(cv: Cv): { shown: Cv; size: number } {
  const document = newDocument(A4_HEIGHT * 10, cv.name)
  const holds = (shown: Cv, size: number): boolean => {
    document.x = document.y = MARGIN
    return write({ document, size }, shown) <= A4_HEIGHT - MARGIN
  }
  for (const size of SIZES) if (holds(cv, size)) return { shown: cv, size }
  const shorter = [...shorterAndShorter(cv)]
  let [from, to] = [0, shorter.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(shorter[middle] ?? cv, SMALLEST)) to = middle
    else from = middle + 1
  }
  return { shown: shorter[to] ?? cv, size: SMALLEST }
}

/** A CV as a PDF of one A4 page, its letters as large as it allows. Of what is too long, the oldest is left out. */
export function cvPdf(cv: Cv): Promise<Buffer> {
  const { shown, size } = fitToPage(cv)
  const document = newDocument(A4_HEIGHT, cv.name)
  return new Promise((resolveFile, reject) => {
    const parts: Buffer[] = []
    document.on('data', (piece: Buffer) => parts.push(piece))
    document.on('end', () => resolveFile(Buffer.concat(parts)))
    document.on('error', reject)
    write({ document, size }, shown)
    document.end()
  })
}

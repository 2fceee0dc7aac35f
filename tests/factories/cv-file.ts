import { db } from '#app/db/client.server.ts'
import { saveCvFile } from '#app/db/cv-files.server.ts'
import type { CvFile } from '#app/domain/cv-file.ts'
import { newId } from '#app/system/id.server.ts'
import { NOW } from './now.ts'

/** A PDF of one empty page that holds this text as it is; `more` stands among its objects. */
export const pdfWith = (text: string, more = ''): Buffer =>
  Buffer.from(`%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
endobj
4 0 obj
<< /Length ${Buffer.byteLength(text)} >>
stream
${text}
endstream
endobj
${more}
xref
0 1
trailer
<< /Root 1 0 R /Size 5 >>
startxref
9
%%EOF
`)

/** Somebody's file of CV: a PDF that holds this text. */
export async function createCvFile(of: { profileId: string; text?: string }): Promise<CvFile> {
  const content = new Uint8Array(pdfWith(of.text ?? 'Vendanges'))
  const file = { id: newId(), profileId: of.profileId, size: content.length, addedAt: NOW }
  await saveCvFile(db(), { ...file, format: 'pdf', content })
  return { ...file, format: 'pdf' }
}

/** A picture of one white point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
)

/** A photograph of one grey point. */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  'base64',
)

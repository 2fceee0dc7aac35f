import type { CvFileFault, CvFileFormat } from './cv-file.ts'

export const CV_FILE_FORMAT_LABELS: Record<CvFileFormat, string> = {
  pdf: 'PDF',
  jpeg: 'photo JPEG',
  png: 'image PNG',
}

/** What the person reads when a file is not kept. */
export const CV_FILE_FAULT_WORDS: Record<CvFileFault, string> = {
  missing: 'Choisissez un fichier sur votre appareil.',
  too_heavy: 'Ce fichier est trop lourd : il dépasse 5 Mo. Choisissez-en un plus petit, ou prenez une photo.',
  not_a_cv: 'Ce fichier n’est ni un PDF, ni une photo. Choisissez un fichier PDF, JPEG ou PNG.',
  damaged: 'Ce fichier est abîmé. Enregistrez-le de nouveau, ou prenez une photo de votre CV.',
  locked: 'Ce PDF est fermé par un mot de passe. Enregistrez-le sans mot de passe, ou prenez une photo.',
  active: 'Ce PDF contient un programme. Nous ne le gardons pas. Prenez une photo de votre CV.',
}

/** "320 Ko", "1,2 Mo": a size in bytes as people read it. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} Ko`
    : `${(bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`

import type { LabelledCode } from './occupation-seed.ts'

/** Driving licences of the French road code (art. R221-4). */
export const drivingLicences: LabelledCode[] = [
  { code: 'AM', label: 'Permis AM (cyclomoteur, voiturette)' },
  { code: 'A1', label: 'Permis A1 (moto légère)' },
  { code: 'A2', label: 'Permis A2 (moto jusqu’à 35 kW)' },
  { code: 'A', label: 'Permis A (toutes motos)' },
  { code: 'B', label: 'Permis B (voiture)' },
  { code: 'BE', label: 'Permis BE (voiture et remorque)' },
  { code: 'C1', label: 'Permis C1 (camion jusqu’à 7,5 tonnes)' },
  { code: 'C', label: 'Permis C (camion)' },
  { code: 'CE', label: 'Permis CE (camion et remorque)' },
  { code: 'D1', label: 'Permis D1 (minibus jusqu’à 16 places)' },
  { code: 'D', label: 'Permis D (bus et car)' },
]

/** Certificates, diplomas and authorisations which offers ask for. */
export const certificates: LabelledCode[] = [
  { code: 'FIMO', label: 'FIMO (conduire un camion ou un car par métier)' },
  { code: 'FCO', label: 'FCO (formation continue des conducteurs)' },
  { code: 'ADR', label: 'ADR (matières dangereuses)' },
  { code: 'CACES-R489-1', label: 'CACES R489 cat. 1 (transpalette à conducteur porté)' },
  { code: 'CACES-R489-3', label: 'CACES R489 cat. 3 (chariot élévateur)' },
  { code: 'CACES-R489-5', label: 'CACES R489 cat. 5 (chariot à mât rétractable)' },
  { code: 'CACES-R482-A', label: 'CACES R482 cat. A (mini-pelle, petits engins)' },
  { code: 'CACES-R486', label: 'CACES R486 (nacelle)' },
  { code: 'CACES-R490', label: 'CACES R490 (grue auxiliaire)' },
  { code: 'HABILITATION-ELECTRIQUE', label: 'Habilitation électrique' },
  { code: 'AIPR', label: 'AIPR (travaux près des réseaux)' },
  { code: 'TRAVAIL-HAUTEUR', label: 'Formation au travail en hauteur' },
  { code: 'CERTIPHYTO', label: 'Certiphyto (produits pour les plantes)' },
  { code: 'SST', label: 'SST (sauveteur secouriste du travail)' },
  { code: 'PSC1', label: 'PSC1 (premiers secours)' },
  { code: 'HACCP', label: 'HACCP (hygiène en cuisine)' },
  { code: 'PERMIS-EXPLOITATION', label: 'Permis d’exploitation (débit de boissons)' },
  { code: 'BAFA', label: 'BAFA (animer des séjours et des loisirs)' },
  { code: 'BAFD', label: 'BAFD (diriger des séjours et des loisirs)' },
  { code: 'BPJEPS', label: 'BPJEPS (éducateur sportif, animateur)' },
  { code: 'CAP-AEPE', label: 'CAP Accompagnant éducatif petite enfance' },
  { code: 'AGREMENT-ASSMAT', label: 'Agrément d’assistant maternel' },
  { code: 'ADVF', label: 'Titre ADVF (assistant de vie aux familles)' },
  { code: 'DEAES', label: 'Diplôme d’accompagnant éducatif et social' },
  { code: 'DEAS', label: 'Diplôme d’aide-soignant' },
  { code: 'DEAP', label: 'Diplôme d’auxiliaire de puériculture' },
  { code: 'DEA', label: 'Diplôme d’ambulancier' },
  { code: 'DEI', label: 'Diplôme d’infirmier' },
  { code: 'DETISF', label: 'Diplôme de technicien de l’intervention sociale et familiale' },
  { code: 'DEMER', label: 'Diplôme de manipulateur en radiologie' },
  { code: 'PHARMACIEN', label: 'Diplôme de pharmacien' },
  { code: 'PREPARATEUR-PHARMACIE', label: 'Diplôme de préparateur en pharmacie' },
  { code: 'TECHNICIEN-LABORATOIRE', label: 'Diplôme de technicien de laboratoire médical' },
  { code: 'OPTICIEN', label: 'Diplôme d’opticien' },
  { code: 'PROTHESISTE-DENTAIRE', label: 'Diplôme de prothésiste dentaire' },
  { code: 'ORTHOPROTHESISTE', label: 'Diplôme d’orthoprothésiste' },
  { code: 'CARTE-PRO-SECURITE', label: 'Carte professionnelle de sécurité (CNAPS)' },
  { code: 'SSIAP1', label: 'SSIAP 1 (sécurité incendie)' },
  { code: 'BNSSA', label: 'BNSSA (surveillance de baignade)' },
  { code: 'CLEA', label: 'CléA (savoirs de base)' },
  { code: 'PIX', label: 'Pix (compétences numériques)' },
]

/** Licences and certificates together: the codes offers may require and candidates may hold. */
export const credentials: LabelledCode[] = [...drivingLicences, ...certificates]

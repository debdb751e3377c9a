/** Vocabularies of DOMAIN sections 3 and 4. */
export const documentKinds = [
  'agreement_text', 'assembly_decision', 'government_consent', 'gazette_page', 'annex', 'minutes', 'report', 'letter', 'photograph', 'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStages = ['draft', 'final', 'signed', 'superseded', 'void'] as const;

export const visibilities = ['public', 'internal', 'confidential'] as const;
export type Visibility = (typeof visibilities)[number];

export const scripts = ['Cyrl', 'Latn'] as const;

/** BCP 47 tags of the languages in which the office keeps papers, its own first. */
export const documentLanguages = ['sr', 'en', 'de', 'fr', 'it', 'es', 'ru', 'bg', 'mk', 'el', 'hu', 'ro', 'sl', 'hr', 'bs', 'sq', 'tr', 'zh', 'ja'] as const;

/** IATI DocumentCategory of the papers of one activity; those of whole organisations (B) come by import. */
export const iatiCategories = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12'] as const;

export const codePrefix = 'NI-DOK';

/** What a file is of its document. Where there is a redacted copy, the public gets that one and nothing else. */
export const fileRoles = ['original_signed', 'scan', 'redacted_public', 'translation', 'text'] as const;
export type FileRole = (typeof fileRoles)[number];

import * as z from 'zod';
import { choice, optionalLine, recordId, requiredChoice } from '#office/entry/pieces.ts';
import { documentLanguages, fileRoles } from './document.ts';

/** What is said of the files that one form brings; the files themselves are read apart, as they stream in. */
export const filesEntry = z.strictObject({
  role: requiredChoice(fileRoles),
  language: choice(documentLanguages),
  replacesId: recordId,
});
export type FilesEntry = z.output<typeof filesEntry>;

/** What is said where a file is taken off its document. */
export const detachEntry = z.strictObject({ fileId: recordId, reason: optionalLine(500) });
export type DetachEntry = z.output<typeof detachEntry>;

/** Whose kinds the form's file field offers; what a file is, its bytes decide. */
export const offeredFiles = '.pdf,.docx,.xlsx,.odt,.ods,.jpg,.jpeg,.png,.webp';

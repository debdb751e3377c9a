import * as z from 'zod';
import { line, requiredLine } from '#office/entry/pieces.ts';

/** A word about a proposal; `field` is empty where it is about the whole. */
export const commentEntry = z.strictObject({ field: line(120), text: requiredLine(2000) });
export type CommentEntry = z.output<typeof commentEntry>;

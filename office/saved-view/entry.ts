import * as z from 'zod';
import { line, requiredLine, tick } from '#office/entry/pieces.ts';
import { longestName, longestQuery } from './saved-view.ts';

const named = { name: requiredLine(longestName), isShared: tick };

export const newViewEntry = z.strictObject({ ...named, register: line(40), query: line(longestQuery) });
export const viewEntry = z.strictObject({ ...named, register: line(40) });
export const goneViewEntry = z.strictObject({ register: line(40) });

export type NewViewEntry = z.output<typeof newViewEntry>;
export type ViewEntry = z.output<typeof viewEntry>;

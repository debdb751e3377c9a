import * as z from 'zod';
import { issue } from './pieces.ts';

/** Decimal degrees of WGS 84 with at most five decimals, a point or a comma before them, between `-limit` and `limit`; null where nothing was typed. */
export function degrees(limit: 90 | 180) {
  return z.string().default('').transform((text, at): number | null => {
    const typed = text.trim().replace('−', '-').replace(',', '.').replace(/\s*°$/, '');
    if (typed === '') return null;
    const value = /^-?\d{1,3}(\.\d{1,5})?$/.test(typed) ? Number(typed) : NaN;
    if (Number.isNaN(value)) at.addIssue(issue('notDegrees'));
    else if (value < -limit) at.addIssue(issue('atLeast', { min: -limit }));
    else if (value > limit) at.addIssue(issue('atMost', { max: limit }));
    return value;
  });
}

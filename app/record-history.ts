import { cache } from 'react';
import { publicHistory } from '#office/audit/public-history.ts';

/** The public history of a record, read once for a page however many of its parts tell of it. */
export const recordHistory = cache(publicHistory);

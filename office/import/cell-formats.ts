import { tagsOf } from './workbook.ts';

/** What a number format shows of a value, where that is not the value itself: a month or a year of a day, hundredths, or digits in so many places. */
export type Seen = 'month' | 'year' | 'percent' | number;

/** For each style that a cell may name what is seen in it (ECMA-376 part 1, sections 18.8.10 and 18.8.30). */
export function seenInStyles(styles: string): (Seen | null)[] {
  const codes = new Map<string, Seen | null>(builtIn);
  const found: Record<string, (Seen | null)[]> = { cellStyleXfs: [], cellXfs: [] };
  let list = '';
  tagsOf(styles, (name, { numFmtId, formatCode = '', xfId }) => {
    if (name === 'numFmt' && Number(numFmtId) >= 100) codes.set(numFmtId ?? '', seenIn(formatCode));
    else if (name === 'xf') found[list]?.push((numFmtId === undefined ? found.cellStyleXfs?.[Number(xfId)] : codes.get(numFmtId)) ?? null);
    else if (name.endsWith('Xfs') || name === 'dxfs') list = name;
  });
  return found.cellXfs ?? [];
}

/** 9 and 10 are hundredths, 17 is the month in which Excel keeps what was typed as „jun 2018“. */
const builtIn: [string, Seen][] = [['9', 'percent'], ['10', 'percent'], ['17', 'month']];

/** What stands in quotation marks, behind a stroke or in brackets is written as it is; of several parts the first is for what is not below nought. */
function seenIn(code: string): Seen | null {
  const [bare = ''] = code.replace(/\\.|"[^"]*"|[_*]./g, ' ').replace(/\[(?![hms]+\])[^\]]*\]/gi, '').toLowerCase().split(';');
  if (bare.includes('%')) return 'percent';
  if (/^\s*0{2,}\s*$/.test(bare)) return bare.trim().length;
  if (/[dhs]/.test(bare) || !/[my]/.test(bare)) return null;
  return bare.includes('m') ? 'month' : 'year';
}

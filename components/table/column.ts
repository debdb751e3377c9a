import type { ReactNode } from 'react';

/** One column of a register: how its cell is drawn, and what stands in a table for a spreadsheet. */
export type Column<L> = {
  /** In the address („columns=code“), and the name of the order where it sorts. */
  readonly key: string;
  readonly label: string;
  /** Which way the order goes that its head asks for first. */
  readonly sort?: 'up' | 'down';
  /** The one that names the record: the head of its row, always shown. */
  readonly lead?: true;
  /** Shown unless somebody chooses otherwise. */
  readonly usual?: boolean;
  readonly look?: 'code' | 'num' | 'nobr';
  cell(line: L): ReactNode;
  text(line: L): string;
};

/** The columns that are shown: those chosen, in their order, or the usual ones; the one that names the record always. */
export function shownColumns<L>(columns: readonly Column<L>[], chosen: readonly string[]): Column<L>[] {
  return columns.filter(({ key, lead, usual }) => lead || (chosen.length ? chosen.includes(key) : usual === true));
}

import type { RegisterName } from '#app/registers.ts';
import type { Column } from '#components/table/column.ts';
import type { BulkVerb } from '#office/bulk/bulk.ts';
import type { Listing, RowChoice } from '#office/rows.ts';
import type { Query } from '#app/asked-list.ts';
import type { Filter, Setting } from './filter.ts';

/** A view that the office gives everybody: words in `record.views`, and what its address asks. */
export type GivenView = { readonly key: string; readonly query: Readonly<Record<string, string>> };

/** What one register says of its table: what may be asked, what is shown, what may be done to many. */
export type RegisterTable<C extends RowChoice, L extends { readonly id: string }> = {
  readonly register: RegisterName;
  readonly listing: Listing<C, L>;
  /** Heading, and the words of the button for a new record. */
  words(setting: Setting): { readonly heading: string; readonly fresh: string };
  /** The order in which the list stands unless somebody asks otherwise. */
  readonly order: string;
  /** The first of them stand open, the rest behind „Још филтера“. */
  filters(setting: Setting, asked: Query): readonly Filter<C>[] | Promise<readonly Filter<C>[]>;
  readonly open: number;
  columns(setting: Setting, path: string): readonly Column<L>[];
  readonly views: readonly GivenView[];
  readonly verbs: readonly BulkVerb[];
};

/** Keeps a register's own types to itself, so that all registers are one list. */
export type AnyTable = RegisterTable<RowChoice, { readonly id: string }>;

export function registerTable<C extends RowChoice, L extends { readonly id: string }>(table: RegisterTable<C, L>): AnyTable {
  return table as unknown as AnyTable;
}

/** Views that every register has; those of owners only where somebody keeps the records. */
export const givenViews = {
  all: { key: 'all', query: {} },
  mine: { key: 'mine', query: { owner: 'me' } },
  myDrafts: { key: 'myDrafts', query: { publication: 'draft', 'drafted-by': 'me' } },
  drafts: { key: 'drafts', query: { publication: 'draft' } },
  toPublish: { key: 'toPublish', query: { publication: 'approved' } },
  unverified: { key: 'unverified', query: { verification: 'unverified' } },
  disputed: { key: 'disputed', query: { verification: 'disputed' } },
  incomplete: { key: 'incomplete', query: { incomplete: '1' } },
  ownerless: { key: 'ownerless', query: { owner: 'nobody' } },
} as const satisfies Record<string, GivenView>;

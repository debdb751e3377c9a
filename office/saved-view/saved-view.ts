/** A table as somebody likes to see it: its filters, order and columns under a name. */
export type SavedView = {
  readonly id: string; readonly name: string;
  /** The query of the table's address, without `?`. */
  readonly query: string;
  readonly isShared: boolean;
  /** Whether it is the viewer's own, who alone names it anew. */
  readonly isOwn: boolean;
};

/** How many views a person keeps of one register. */
export const mostViews = 30;
export const longestName = 60;
export const longestQuery = 2_000;

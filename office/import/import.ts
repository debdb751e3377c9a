/** The nouns that a table may be brought for. */
export const importNouns = ['organisation', 'agreement', 'membership', 'project', 'milestone'] as const;
export type ImportNoun = (typeof importNouns)[number];

export const importVerdicts = ['wrong', 'new', 'changes', 'same'] as const;

/** Why a row is not taken in though its change can be proposed: a table proposes nothing, the record's own form does. */
export const proposeRules = ['fourEyesPropose', 'importPropose'] as const;
export type ProposeRule = (typeof proposeRules)[number];

/** How much one table may hold, its headings apart; a cell in characters. */
export const most = { rows: 100_000, columns: 200, cell: 20_000 } as const;

/** Days after the end of an import for which its rows are kept: cells may hold values of persons. */
export const keptDays = 90;

export function isImportNoun(text: string | undefined): text is ImportNoun {
  return importNouns.some((noun) => noun === text);
}

/** How a heading is called that stands empty over cells: by its letters, as a spreadsheet calls it. */
export function letterOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}

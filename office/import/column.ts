import type { WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Reference } from '#office/reference.ts';
import type { Referred } from '#office/referred.ts';

export type CellFault = { readonly rule: string; readonly values?: Record<string, string | number> };

/** The record that a text of a cell means; `coming` for an organisation that this import will enter. */
export type Found = { readonly id: string } | 'coming' | CellFault;

/** An organisation that a row names and the register does not know. */
export type Unknown = { readonly text: string; readonly kind: 'network' | 'other' };

/** Which records the texts of a cell are looked up among, and whether several may stand in it. */
export type LookUp = { readonly noun: Referred; readonly kind?: 'network'; readonly holds: 'one' | 'several' };

export type Reading = {
  /** The fields of the entry so far: what stands, and what the columns before this one said. */
  readonly values: FormValues;
  readonly find: (text: string) => Found;
  /** The row names organisations that this import will enter first: it is judged once more when they are there. */
  readonly waits: () => boolean;
  /** Somebody who may sign in now, by his name or his e-mail address. */
  readonly colleague: (text: string) => { readonly id: string } | CellFault;
};

export type Writing = {
  /** Null writes codes and EDTF, as a machine reads them; else the words of that form. */
  readonly form: WrittenForm | null;
  readonly record: (id: string) => Reference | undefined;
  /** How a colleague is called; where it is absent nobody is named. */
  readonly person?: (id: string) => string;
};

/** One thing that a column of a table may say of a record, in the fields of the noun's own entry form. */
export type Column = {
  readonly key: string;
  /** Path of its label among `fields`, and the code of a vocabulary that is added to it (`side.them`). */
  readonly label: string;
  readonly beside?: string;
  /** Path of the label of the group that it is a field of. */
  readonly under?: string;
  /** What may stand in it, among `import.holds`. */
  readonly holds: 'text' | 'english' | 'code' | 'codes' | 'date' | 'dates' | 'person' | 'number' | 'amount' | 'address' | 'record' | 'records' | 'yes' | 'texts' | 'own';
  /** A new record must have it. */
  readonly needed?: true;
  readonly codes?: {
    readonly of: readonly string[];
    word(code: string, form: WrittenForm): string;
    /** What people write besides, folded, with the code that they mean. */
    readonly also?: Readonly<Record<string, string>>;
  };
  readonly lookUp?: LookUp;
  /** The fields of the entry whose issues are this column's. */
  readonly covers: readonly string[];
  /** Where it says something of some rows of a list alone: which. */
  readonly ofRow?: { readonly list: string; is(values: FormValues, at: number): boolean };
  /** Which of the examples (office/import/example.ts) its template shows. */
  readonly example?: string;
  /** The fields that a cell which is not empty puts in the place of those that stand; or what is wrong with it. */
  read(cell: string, reading: Reading): { readonly fields: FormValues } | CellFault;
  /** What would have to stand in the cell for these fields. */
  write(values: FormValues, writing: Writing): string;
};

/** What a column is called in the words of the forms. */
export function columnLabel({ label, beside, under }: Pick<Column, 'label' | 'beside' | 'under'>, form: WrittenForm): string {
  const own = words(form, 'fields')(label);
  const field = under ? `${words(form, 'fields')(under)}: ${own}` : own;
  if (beside === 'english') return words(form, 'import')('inEnglish', { field });
  const [vocabulary = '', code = ''] = beside?.split('.') ?? [];
  return code ? `${field}: ${words(form, `vocabulary.${vocabulary}`)(code)}` : field;
}

/** What a spreadsheet writes where it could not reckon is no value of any column. */
export function cellFault(cell: string): CellFault | null {
  return failed.test(cell) ? { rule: 'importCellError', values: { text: cell } } : null;
}

/** ECMA-376 part 1, section 18.18.11 (ST_CellType `e`) with the values that spreadsheets have added since. */
const failed = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!)$/;

export function first(values: FormValues, name: string): string {
  return values[name]?.[0] ?? '';
}

/** The texts of a cell in which several may stand: parted by semicolons or by lines. */
export function severalIn(cell: string): string[] {
  return cell.split(/[;\n]/).map((text) => text.trim()).filter(Boolean);
}

/** The numbers of the rows of a repeated field. */
export function rowsAt(values: FormValues, name: string): number[] {
  return Array.from({ length: Number(first(values, `${name}.rows`) || 0) }, (_, at) => at);
}

/** The fields of one more row behind the others. */
export function oneMore(values: FormValues, name: string, row: Readonly<Record<string, readonly string[]>>): FormValues {
  const at = rowsAt(values, name).length;
  return { [`${name}.rows`]: [String(at + 1)], ...Object.fromEntries(Object.entries(row).map(([key, held]) => [key ? `${name}.${at}.${key}` : `${name}.${at}`, held])) };
}

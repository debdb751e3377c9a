import { toLatin } from '#messages/latin.ts';
import type { FormValues } from '#office/outcome.ts';
import { first, oneMore, rowsAt, severalIn, type CellFault, type Column } from './column.ts';

type Of = Pick<Column, 'key' | 'label'> & Partial<Pick<Column, 'holds' | 'needed' | 'example' | 'beside'>>;

/** A plain field. */
export function plainColumn({ holds = 'text', ...of }: Of): Column {
  return { ...of, holds, covers: [of.key], read: (cell) => ({ fields: { [of.key]: [cell] } }), write: (values) => first(values, of.key) };
}

export function numberColumn(of: Of): Column {
  return { ...plainColumn({ ...of, holds: 'number' }), write: (values) => first(values, of.key).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''), read: (cell) => ({ fields: { [of.key]: [cell.replace(/^(\d+)[.,]0+$/, '$1')] } }) };
}

/** Hundredths, with their sign or without it. */
export function percentColumn(of: Of): Column {
  const column = numberColumn(of);
  return { ...column, read: (cell, reading) => column.read(cell.replace(/\s*%$/, ''), reading) };
}

export function yesColumn(of: Of): Column {
  return {
    ...of, holds: 'yes', covers: [of.key],
    read: (cell) => {
      const said = cell.trim().toLocaleLowerCase('sr');
      if (yes.has(said)) return { fields: { [of.key]: ['on'] } };
      return no.has(said) ? { fields: { [of.key]: [] } } : { rule: 'notYesOrNo' };
    },
    write: (values, { form }) => (first(values, of.key) ? (form === 'en' ? 'yes' : form === 'sr-Cyrl' ? 'да' : 'da') : form === 'en' ? 'no' : form === 'sr-Cyrl' ? 'не' : 'ne'),
  };
}

const yes = new Set(['да', 'da', 'yes', 'true', '1', 'x', 'х', '+']);
const no = new Set(['не', 'ne', 'no', 'false', '0']);

/**
 * The two columns of a text that exists in Serbian and English. A Serbian cell in Latin is the text of something that exists in Latin only; where the
 * record has a Cyrillic text of the same letters, it says nothing new.
 */
export function localColumns({ needed, example, ...of }: Of): Column[] {
  return [
    {
      ...of, ...(needed ? { needed } : {}), ...(example ? { example } : {}), holds: 'text', covers: [of.key, `${of.key}.sr-Cyrl`, `${of.key}.sr-Latn`],
      read: (cell, { values }) => serbian(of.key, cell, values),
      write: (values) => first(values, `${of.key}.sr-Cyrl`) || first(values, `${of.key}.sr-Latn`),
    },
    {
      ...of, key: `${of.key}.en`, beside: 'english', ...(example ? { example: `${example}English` } : {}), holds: 'english', covers: [`${of.key}.en`],
      read: (cell, { values }) => (first(values, `${of.key}.en`) === cell ? { fields: {} } : { fields: { [`${of.key}.en`]: [cell], [`${of.key}.state.en`]: ['draft'] } }),
      write: (values) => first(values, `${of.key}.en`),
    },
  ];
}

function serbian(key: string, cell: string, values: FormValues): { fields: FormValues } | CellFault {
  const [cyrillic, latin] = [first(values, `${key}.sr-Cyrl`), first(values, `${key}.sr-Latn`)];
  if (cell === cyrillic || (!cyrillic && cell === latin) || (cyrillic && toLatin(cyrillic) === cell)) return { fields: {} };
  if (/\p{Script=Cyrillic}/u.test(cell) || !/\p{Script=Latin}/u.test(cell)) {
    // An own Latin wording belonged to the old text.
    return { fields: { [`${key}.sr-Cyrl`]: [cell], [`${key}.state.sr-Cyrl`]: ['draft'], [`${key}.origin`]: ['sr-Cyrl'], [`${key}.sr-Latn`]: [] } };
  }
  if (cyrillic) return { rule: 'cyrillicStands', values: { stands: cyrillic.slice(0, 80) } };
  return { fields: { [`${key}.sr-Latn`]: [cell], [`${key}.state.sr-Latn`]: ['draft'], [`${key}.origin`]: ['sr-Latn'] } };
}

/** Short texts, each a row of its own: only those that do not stand yet are added. */
export function textsColumn(of: Of): Column {
  const textAt = (values: FormValues, at: number) => first(values, `${of.key}.${at}.sr-Cyrl`) || first(values, `${of.key}.${at}.sr-Latn`);
  return {
    ...of, holds: 'texts', covers: [of.key],
    read: (cell, { values }) => {
      let fields: FormValues = {};
      for (const text of severalIn(cell)) {
        const now = { ...values, ...fields };
        if (rowsAt(now, of.key).some((at) => textAt(now, at) === text || toLatin(textAt(now, at)) === text)) continue;
        const script = /\p{Script=Cyrillic}/u.test(text) ? 'sr-Cyrl' : 'sr-Latn';
        fields = { ...fields, ...oneMore(now, of.key, { [script]: [text], origin: [script] }) };
      }
      return { fields };
    },
    write: (values) => rowsAt(values, of.key).map((at) => textAt(values, at)).join('; '),
  };
}

/** Where the facts were found: each with its title, and the address where it has one. Only those that do not stand yet are added. */
export const sourcesColumn: Column = {
  key: 'sources', label: 'any.sources', holds: 'texts', covers: ['sources'], example: 'source',
  read: (cell, { values }) => {
    let fields: FormValues = {};
    for (const text of severalIn(cell)) {
      const now = { ...values, ...fields };
      const [url = ''] = /https?:\/\/\S+/.exec(text) ?? [];
      const title = text.replace(url, '').trim() || url;
      if (rowsAt(now, 'sources').some((at) => sourceAt(now, at) === sourceText(title, url) || (url && first(now, `sources.${at}.url`) === url))) continue;
      const script = /\p{Script=Cyrillic}/u.test(title) ? 'sr-Cyrl' : 'sr-Latn';
      fields = { ...fields, ...oneMore(now, 'sources', { [`title.${script}`]: [title], 'title.origin': [script], url: [url] }) };
    }
    return { fields };
  },
  write: (values) => rowsAt(values, 'sources').map((at) => sourceAt(values, at)).join('; '),
};

function sourceAt(values: FormValues, at: number): string {
  return sourceText(first(values, `sources.${at}.title.sr-Cyrl`) || first(values, `sources.${at}.title.sr-Latn`) || first(values, `sources.${at}.title.en`), first(values, `sources.${at}.url`));
}

function sourceText(title: string, url: string): string {
  return title === url ? title : [title, url].filter(Boolean).join(' ').replaceAll(';', ',');
}

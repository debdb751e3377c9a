import { currencies, moneyScopes, readAmount } from '#office/money.ts';
import type { FormValues } from '#office/outcome.ts';
import { first, oneMore, rowsAt, type CellFault, type Column } from './column.ts';
import { choiceColumn, coded } from './coded-columns.ts';

type Of = Pick<Column, 'key' | 'label'> & Partial<Pick<Column, 'example'>>;

/** An amount with its currency („9.000.000,00 EUR“), and beside it whose it is. */
export function moneyColumns(of: Of, scopes: 'city_share' | 'said'): Column[] {
  const amount: Column = {
    ...of, holds: 'amount', covers: [`${of.key}.amount`, `${of.key}.currency`, of.key],
    read: (cell, { values }) => {
      const read = apart(cell);
      if ('rule' in read) return read;
      const scope = first(values, `${of.key}.scope`) || (scopes === 'city_share' ? 'city_share' : '');
      const fields = { [`${of.key}.amount`]: [read.amount], [`${of.key}.currency`]: [read.currency || first(values, `${of.key}.currency`)] };
      return { fields: scope ? { ...fields, [`${of.key}.scope`]: [scope] } : fields };
    },
    write: (values) => written(first(values, `${of.key}.amount`), first(values, `${of.key}.currency`)),
  };
  return scopes === 'city_share' ? [amount] : [amount, choiceColumn({ key: `${of.key}.scope`, label: 'any.scope', ...(of.example ? { example: 'scope' } : {}), codes: coded(moneyScopes, 'vocabulary.scope') })];
}

/** One of the amounts of a record, by whose it is: a column for each. */
export function amountColumn(scope: (typeof moneyScopes)[number], of: Omit<Of, 'key'>): Column {
  const placeIn = (values: FormValues) => rowsAt(values, 'amounts').find((at) => first(values, `amounts.${at}.scope`) === scope);
  return {
    ...of, key: `amounts.${scope}`, beside: `scope.${scope}`, holds: 'amount', covers: ['amounts'], ofRow: { list: 'amounts', is: (values, at) => first(values, `amounts.${at}.scope`) === scope },
    read: (cell, { values }) => {
      const read = apart(cell);
      if ('rule' in read) return read;
      const place = placeIn(values);
      if (place === undefined) return { fields: oneMore(values, 'amounts', { amount: [read.amount], currency: [read.currency], scope: [scope] }) };
      return { fields: { [`amounts.${place}.amount`]: [read.amount], [`amounts.${place}.currency`]: [read.currency || first(values, `amounts.${place}.currency`)] } };
    },
    write: (values) => {
      const place = placeIn(values);
      return place === undefined ? '' : written(first(values, `amounts.${place}.amount`), first(values, `amounts.${place}.currency`));
    },
  };
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', дин: 'RSD', динара: 'RSD', din: 'RSD', dinara: 'RSD', евра: 'EUR', evra: 'EUR', eur: 'EUR', euro: 'EUR' };

/** Amount and currency; the amount as the form would read it, so that one which could be read in two ways is a fault here too. */
function apart(cell: string): { amount: string; currency: string } | CellFault {
  const [, before = '', digits = '', after = ''] = /^([^\d-]*?)\s*(-?\d[\d.,\s\u00a0\u202f]*?)\s*([^\d\s.,]*)\.?$/.exec(cell.trim()) ?? [];
  const said = (before || after).trim();
  const currency = said === '' ? '' : signs[said.toLocaleLowerCase('sr')] ?? said.toUpperCase();
  if (!digits || (before && after) || (currency && !currencies.includes(currency))) return { rule: 'notAnAmount' };
  const read = readAmount(digits);
  return 'rule' in read ? { rule: read.rule, ...(read.values ? { values: read.values } : {}) } : { amount: read.amount, currency };
}

function written(amount: string, currency: string): string {
  const read = amount ? readAmount(amount) : null;
  return read && 'amount' in read ? `${read.amount} ${currency}`.trim() : '';
}

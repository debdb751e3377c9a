import type { Many } from './many-records.ts';

/** Every register of the workspace by its address, with its orders and what it is narrowed by. */
const registers: Record<string, { sorts: readonly string[]; filters: readonly string[]; /** A word of every record. */ word: string }> = {
  agreements: { sorts: ['changed', 'title', 'code', 'signed'], filters: ['standing=in_force', 'type=annex', 'field=tourism', 'country=BG', 'year=2010', 'deadline=soon', 'undated=1'], word: 'споразум' },
  partners: { sorts: ['name', 'code', 'changed'], filters: ['kind=network', 'country=BG', 'level=international'], word: 'town' },
  networks: { sorts: ['network', 'code', 'changed'], filters: ['state=active', 'state=suspended', 'state=unknown', 'state=ended', 'owner=nobody'], word: 'town' },
  programmes: { sorts: ['name', 'period', 'code', 'changed'], filters: ['year=2010'], word: 'програм' },
  projects: { sorts: ['name', 'start', 'code', 'changed'], filters: ['state=running', 'state=closed', 'state=unknown', 'role=lead', 'year=2010', 'owner=nobody'], word: 'пројекат' },
  milestones: { sorts: ['date', 'name', 'code', 'changed'], filters: ['state=open', 'state=late', 'state=running', 'state=done', 'kind=visit', 'belongs-to=project', 'year=2010', 'owner=nobody'], word: 'рок' },
  documents: { sorts: ['name', 'dated', 'code', 'changed'], filters: ['kind=report', 'stage=signed', 'visibility=internal', 'language=en', 'year=2010'], word: 'одлука' },
};

const common = ['publication=draft', 'verification=disputed', 'verification=disputed&page=600', 'incomplete=1', 'changed=2026-10-01', `q=${encodeURIComponent('пирот')}`, 'q=nema-takve-reci'];

export type Page = { readonly group: string; readonly name: string; readonly path: string };

/** The tables at their first, middle and last pages in all orders, by name in all written forms, and narrowed by everything that narrows. */
export function tablePages(many: Many): Page[] {
  return Object.entries(registers).flatMap(([register, { sorts, filters, word }]) => {
    const middle = Math.round((register === 'agreements' ? many.agreements : many.others) / 50);
    const at = (name: string, query: string, form = 'sr-Cyrl') => ({ group: register, name, path: `/${form}/workspace/${register}${query && `?${query}`}` });
    const ordered = sorts.flatMap((sort) => [
      at(`${sort}, first page`, `sort=${sort}`), at(`${sort}, middle page`, `sort=${sort}&page=${middle}`), at(`${sort}, last page`, `sort=${sort}&page=999999`),
    ]);
    const byName = sorts[0] === 'changed' ? 'title' : sorts.find((sort) => sort === 'name' || sort === 'network') ?? '';
    const inForms = ['sr-Latn', 'en'].map((form) => at(`${byName}, middle page, ${form}`, `sort=${byName}&page=${middle}`, form));
    return [...ordered, ...inForms, ...[...filters, ...common, `q=${encodeURIComponent(word)}`].map((query) => at(query.startsWith('q=') ? `words: ${decodeURIComponent(query.slice(2))}` : query, query))];
  });
}

/** What is asked beside tables: the desk, the plan, the duties, the history of the office, the palette, pickers, near names. */
export function otherPages(many: Many): Page[] {
  const at = (name: string, rest: string) => ({ group: 'beside the tables', name, path: `/sr-Cyrl/workspace${rest}` });
  const q = encodeURIComponent;
  return [
    at('the desk', ''), at('the history of the office', '/history'), at('the week', '/milestones/week'), at('what is late', '/milestones/overdue'), at('what nobody owns', '/milestones/unowned'),
    at('the time line', '/milestones/timeline'), at('settings', '/settings'), at('proposals', '/proposals'), at('the reminders', '/reminders'),
    at('palette, nothing typed', '/palette/hits?q='), at('palette, a name', `/palette/hits?q=${q('солун')}`), at('palette, a word of every record', `/palette/hits?q=${q('споразум')}`),
    at('palette, a code', `/palette/hits?q=NI-PRO-${1000 + many.others / 2}`), at('palette, a verb and a name', `/palette/hits?q=${q('обнови пирот')}`),
    at('picker, a name', `/find?what=organisation&q=${q('лесковац')}`), at('picker, a word of nothing', '/find?what=record&q=xyzqw'), at('picker, two letters', `/find?what=record&q=${q('па')}`),
    at('near names, an organisation', `/near?of=organisation&name.sr-Cyrl=${q('Лесковац туризму 501')}`), at('near names, a project', `/near?of=project&title.sr-Cyrl=${q('Пројекат о туризму, Ниш')}`),
    at('near names, an agreement', `/near?of=agreement&type=annex&title.sr-Cyrl=${q('Споразум о култури и уметности, Пирот')}`),
    at('near names, nothing like it', `/near?of=organisation&name.sr-Cyrl=${q('Квиксптрв Жњрц')}`),
  ];
}

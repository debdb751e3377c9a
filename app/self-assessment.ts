import type { WrittenForm } from '#messages/local-text.ts';

/** What the system says of itself; nothing here is a judgement. `last` is the day of the last change of a published record. */
export type Asked = {
  readonly forms: readonly WrittenForm[];
  readonly records: { readonly total: number; readonly checked: number };
  readonly titles: { readonly titled: number; readonly translated: number };
  readonly last: string | null;
  readonly withdrawn: number;
  readonly contact: Readonly<Record<'email' | 'phone' | 'address' | 'dataProtection', string | null>>;
  /** Paths of the public pages below a written form, and of what stands there and at the root for machines. */
  readonly pages: readonly string[];
  readonly machines: readonly string[];
  readonly origin: string;
  /** Whether the office has said under which terms the data may be used. */
  readonly terms: boolean;
};

export const verdicts = ['fulfilled', 'partly', 'not'] as const;
export type Verdict = (typeof verdicts)[number];

/** `proof` is the key of the words that say how the verdict is proven, `values` what they name. */
export type Demand = { readonly demand: string; readonly verdict: Verdict; readonly proof: string; readonly values: Readonly<Record<string, string | number>> };

/**
 * The demands of the decree on web presentations (Official Gazette 104/2018), in our own words, each with a verdict that
 * follows from what the system says of itself. What no program can ask of it (people who tested it) is never taken for
 * fulfilled.
 */
export function assess(asked: Asked): Demand[] {
  const { forms, records, titles, contact, pages, machines, origin } = asked;
  const has = (page: string) => pages.includes(page);
  const ends = (ending: string) => machines.some((path) => path.endsWith(ending));
  const entered = [contact.address, contact.phone, contact.email].filter(Boolean).length;
  const formats = Object.keys(open).filter(ends).map((ending) => open[ending]);
  const https = origin.startsWith('https://');
  return [
    say('script', all(forms.includes('sr-Cyrl'), forms.includes('sr-Latn')), { forms: forms.length }),
    say('language', forms.includes('en') ? share(titles.translated, titles.titled) : 'not', { ...titles }),
    say('accuracy', share(records.checked, records.total), { ...records }),
    asked.last === null ? say('update', 'not', {}, 'updateNone') : say('update', 'fulfilled', { day: asked.last }),
    say('archive', 'fulfilled', { withdrawn: asked.withdrawn }),
    say('contact', has('/contact') ? share(entered, 3) : 'not', { entered }),
    has('/search') ? say('search', 'fulfilled', { path: '/search' }) : say('search', 'not', {}, 'searchNone'),
    ends('/sitemap.xml') ? say('siteMap', 'fulfilled', { path: '/sitemap.xml' }) : say('siteMap', 'partly', {}, 'siteMapNone'),
    say('accessibility', has('/accessibility') ? 'partly' : 'not', {}),
    say('privacy', all(has('/privacy'), contact.dataProtection !== null), { officer: contact.dataProtection ? 'yes' : 'no' }),
    say('security', https ? 'fulfilled' : 'not', { https: https ? 'yes' : 'no', origin }),
    say('formats', all(formats.length > 0, ends('.csv')), { formats: formats.join(', '), table: ends('.csv') ? 'yes' : 'no' }),
    has('/open-data') && asked.terms ? say('licence', 'fulfilled', {}, 'licenceChosen') : say('licence', has('/open-data') ? 'partly' : 'not', {}),
  ];
}

/** Open forms of data by the ending of their addresses. */
const open: Readonly<Record<string, string>> = { '.atom': 'Atom', '.ics': 'iCalendar', '.csv': 'CSV', '.json': 'JSON' };

/** How many demands have each verdict. */
export function sumUp(demands: readonly Demand[]): Record<Verdict, number> & { all: number } {
  const of = (verdict: Verdict) => demands.filter((one) => one.verdict === verdict).length;
  return { all: demands.length, fulfilled: of('fulfilled'), partly: of('partly'), not: of('not') };
}

function say(demand: string, verdict: Verdict, values: Demand['values'], proof = demand): Demand {
  return { demand, verdict, proof, values };
}

/** All of it, some of it, or none. */
function all(...held: readonly boolean[]): Verdict {
  if (held.every(Boolean)) return 'fulfilled';
  return held.some(Boolean) ? 'partly' : 'not';
}

function share(part: number, whole: number): Verdict {
  if (whole > 0 && part === whole) return 'fulfilled';
  return part > 0 ? 'partly' : 'not';
}

import { fold } from '#messages/fold.ts';
import { textIn, writtenForms, type WrittenForm } from '#messages/local-text.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import { recordOfCode } from '#office/scope.ts';
import { wordsOf } from '#office/search/search.ts';
import type { Viewer } from '#office/viewer.ts';
import { findRecords, wordsRead, type Found } from './read.ts';
import { isPickable, valueOf, wantedBy, type Pickable } from './wanted.ts';

/**
 * A posted form in which the records stand by id that were only typed: beside the field `parties.0.organisationId` a form
 * may carry `seek.organisation.parties.0.organisationId` with a name or code, and `was.…` with the id and the words that it
 * was drawn with. Words that were not touched leave the id as it is; none mean none; other words must mean one record that
 * the viewer may see, or the field gets the issue `noSuchRecord` or `severalRecords`. What a role is given for may also be named by its exact code.
 */
export async function soughtRecords(viewer: Viewer, typed: FormValues, form: WrittenForm): Promise<{ fields: FormValues; issues: Issue[] }> {
  const fields = new Map(Object.entries(typed).filter(([name]) => !/^(seek|was)\./.test(name)));
  const issues: Issue[] = [];
  // One after the other: a form of sixty rows must not take every connection at once.
  for (const { what, field, words } of sought(typed).slice(0, most)) {
    if (words === '') {
      fields.set(field, ['']);
      continue;
    }
    const find = (q: string) => findRecords(viewer, { q, ...wantedBy(what), limit: 20 });
    const code = codeIn(words);
    const coded = code ? meant(await find(code), words) : [];
    const found = coded.length === 1 ? coded : meant(await find(words), words);
    const hidden = what === 'scope' && found.length === 0 ? await recordOfCode(viewer, code ?? words) : null;
    const only = hidden ?? (found.length === 1 ? found[0] : null);
    if (only) fields.set(field, [valueOf(what, only)]);
    else issues.push(found.length ? { field, rule: 'severalRecords', values: { typed: words, records: found.slice(0, 4).map((one) => `${textIn(one.name, form)} (${one.code})`).join('; ') } } : { field, rule: 'noSuchRecord', values: { typed: words } });
  }
  return { fields: Object.fromEntries(fields), issues };
}

const most = 200;

/** The fields whose words were touched. */
function sought(typed: FormValues): { what: Pickable; field: string; words: string }[] {
  return Object.entries(typed).flatMap(([name, held]) => {
    const [, what = '', field = ''] = /^seek\.([a-z]+)\.(.+)$/.exec(name) ?? [];
    if (!isPickable(what)) return [];
    const words = (held[0] ?? '').normalize('NFC').trim();
    return (typed[`was.${field}`]?.[0] ?? '').trim() === `${typed[field]?.[0] ?? ''} ${words}`.trim() ? [] : [{ what, field, words: words.slice(0, 300) }];
  });
}

/** Of what was found the record that is named exactly, by its code or by its name; else all of it, where all that was typed was looked for. */
function meant(found: readonly Found[], words: string): readonly Found[] {
  const code = codeIn(words) ?? words;
  const byCode = found.filter((one) => fold(one.code) === fold(code));
  if (byCode.length) return byCode;
  const byName = found.filter((one) => writtenForms.some((form) => fold(textIn(one.name, form)) === fold(words)));
  if (byName.length) return byName;
  return wordsOf(words).length > wordsRead ? [] : found;
}

/** The code behind a name, as a picker writes it: „Лил (NI-ORG-007)“. */
function codeIn(words: string): string | undefined {
  return /\(([^()]+)\)$/.exec(words)?.[1];
}

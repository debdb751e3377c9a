import { fold } from '#messages/fold.ts';
import { writtenForms } from '#messages/local-text.ts';
import { countryCodes, countryName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { agreementTypes } from '#office/agreement/agreement.ts';

/** A folded word and what it may stand for beside itself, as tags of db/search.sql: `DE`, `type_annex`, `kind_network`, `2019`. */
export type MeantWord = { readonly word: string; readonly tags: readonly string[] };

/**
 * The words with the countries, types of agreement and kinds of record that they name, in any of the three forms and in
 * most inflections („Немачкој“, “Germany”, „меморандуми“). A name of several words tags each of them, so that all of
 * them together still ask for one country.
 */
export function meaningsOf(asked: readonly string[]): MeantWord[] {
  const tags = asked.map((word) => new Set(/^(19|20)\d\d$/.test(word) ? [word] : []));
  for (let start = 0; start < asked.length; start += 1) {
    for (const { bases, tag } of names().get(asked[start]?.slice(0, 3) ?? '') ?? []) {
      const meant = bases.every((base, at) => inflects(base, asked[start + at] ?? ''));
      if (meant) bases.forEach((_, at) => tags[start + at]?.add(tag));
    }
  }
  // Whoever asks for agreements asks for every type of them.
  return asked.map((word, at) => ({ word, tags: [...tags[at] ?? []].filter((tag) => !(tags[at]?.has('kind_agreement') && tag.startsWith('type_'))) }));
}

type Name = { readonly bases: readonly string[]; readonly tag: string };
let kept: Map<string, Name[]> | undefined;

/** Every name by the first three letters of its first word; names of two letters are left to their own aliases. */
function names(): Map<string, Name[]> {
  kept ??= Map.groupBy([...countries(), ...aliases, ...types(), ...kinds].flatMap(({ name, tag }): Name[] => {
    const bases = fold(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1).flatMap(baseOf);
    return variants(bases).map((each) => ({ bases: each, tag }));
  }), ({ bases }) => bases[0]?.slice(0, 3) ?? '');
  return kept;
}

function countries() {
  return countryCodes.flatMap((code) => writtenForms.map((form) => ({ name: countryName(code, form), tag: code })));
}

// What people say for countries that CLDR calls otherwise.
const aliases = Object.entries({
  US: ['САД', 'USA', 'Сједињене Америчке Државе', 'Америка', 'America'], GB: ['Британија', 'Велика Британија', 'Енглеска', 'Britain', 'England', 'UK'], MK: ['Македонија', 'Macedonia'],
  BA: ['Босна'], CZ: ['Чешка република', 'Czech Republic'], NL: ['Холандија', 'Holland'], BY: ['Белорусија'], TR: ['Turkey'], KR: ['Јужна Кореја'],
}).flatMap(([tag, called]) => called.map((name) => ({ name, tag })));

/** Of a type of agreement also the word that it is called by alone: „Меморандум о разумевању“ is a „меморандум“. */
function types() {
  return writtenForms.flatMap((form) => agreementTypes.flatMap((type) => {
    const label = words(form, 'vocabulary.agreementType')(type);
    const alone = form === 'en' ? label.split(/ (?:of|on|for)\b/)[0]?.split(' ').at(-1) : label.split(' ')[0];
    return alone && alone !== label ? [{ name: label, tag: `type_${type}` }, { name: alone, tag: `type_${type}` }] : [{ name: label, tag: `type_${type}` }];
  }));
}

const kinds = Object.entries({
  agreement: ['споразум', 'agreement'], network: ['мрежа', 'network'], partner: ['партнер', 'partner'], programme: ['програм', 'programme', 'program'],
  project: ['пројекат', 'пројект', 'project'], milestone: ['прекретница', 'milestone'], document: ['документ', 'document'],
}).flatMap(([kind, called]) => called.map((name) => ({ name, tag: `kind_${kind}` })));

const endings = new Set(['', 'a', 'e', 'i', 'o', 'u', 'om', 'em', 'oj', 'og', 'ih', 'im', 'ima', 'ama', 'ju', 's', 'ovi', 'ova', 'ovima']);

function inflects(base: string, word: string): boolean {
  return word.startsWith(base) && endings.has(word.slice(base.length));
}

/** Small words („и“) and single letters are no part of a name's core. */
function baseOf(word: string): string[] {
  if (['the', 'and', 'of', 'on'].includes(word)) return [];
  return [word.length > 3 ? word.replace(/[aeiou]$/, '') : word];
}

/** „Кипар“ is „Кипра“ in its other cases. */
function variants(bases: readonly string[]): string[][] {
  if (bases.length === 0) return [];
  const short = bases.map((base) => (base.length > 4 ? base.replace(/([^aeiou])a([rk])$/, '$1$2') : base));
  return short.join() === bases.join() ? [[...bases]] : [[...bases], short];
}

import type { Count, FuzzyDate, Money } from '#db/columns.ts';
import { readText, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { writeDate, writeInstant } from '#messages/dates.ts';
import { countryName, languageName } from '#messages/names.ts';
import { writeMoney, writeNumber } from '#messages/numbers.ts';
import { words } from '#messages/words.ts';
import { actWord } from '#components/agreement/act-word.ts';
import { recurrenceIn } from '#components/obligation/recurrence-words.ts';
import { writeCount } from '#office/count.ts';

/** Which vocabulary the codes of a field are words of; `noun.field` where nouns differ. */
const vocabularies: Record<string, string> = {
  'organisation.kind': 'vocabulary.organisationKind', 'milestone.kind': 'vocabulary.milestoneKind', 'milestone.decides': 'vocabulary.milestoneDecides', 'document.kind': 'vocabulary.documentKind',
  'organisation.level': 'vocabulary.networkLevel', 'agreement.type': 'vocabulary.agreementType', procedure: 'vocabulary.procedure', renewal: 'vocabulary.renewal',
  binding: 'vocabulary.binding', inForceRule: 'vocabulary.inForceRule', fields: 'vocabulary.field', sectors: 'vocabulary.dac', sdgs: 'vocabulary.sdg',
  'membership_act.kind': 'vocabulary.membershipAct', 'project_act.kind': 'vocabulary.projectAct',
  'milestone_act.kind': 'vocabulary.milestoneAct', 'agreement_party.role': 'vocabulary.partyRole', 'agreement_link.kind': 'vocabulary.agreementLink',
  'project_partner.role': 'vocabulary.partnerRole', 'programme_partner.role': 'vocabulary.partnerRole', ourRole: 'vocabulary.partnerRole', side: 'vocabulary.side',
  verification: 'states.verification', visibility: 'vocabulary.visibility', script: 'vocabulary.script', feePeriod: 'vocabulary.feePeriod',
  'obligation.state': 'states.obligation', 'obligation.kind': 'vocabulary.milestoneKind', 'document.stage': 'states.document', iatiCategory: 'vocabulary.iatiCategory', iatiRole: 'vocabulary.iatiRole',
  completeness: 'vocabulary.completeness', 'document_link.noun': 'vocabulary.noun', 'document_file.role': 'vocabulary.fileRole',
};

/** Codes that have no list of ours, but names. */
const names: Record<string, (code: string, form: WrittenForm) => string> = {
  country: countryName, seatCountry: countryName, countries: countryName, language: languageName, authenticLanguages: languageName,
  recurrence: (rule, form) => recurrenceIn(rule, { say: (key, values) => words(form, 'vocabulary.recurrence')(key, values), day: (iso) => writeDate(iso, form, 'sentence') }),
};

/** A value of the ledger in the words of its field; undefined where there is nothing to say. */
export function fieldWords(table: string, field: string, value: unknown, form: WrittenForm): string | undefined {
  const namespace = vocabularies[`${table}.${field}`] ?? vocabularies[field];
  // A row of the ledger knows nothing of the procedure, which may itself have been another then.
  if (table === 'agreement_act' && field === 'kind' && typeof value === 'string') return words(form, 'vocabulary.act')(actWord(value, { procedure: null }));
  if (namespace && (typeof value === 'string' || typeof value === 'number')) return words(form, namespace)(String(value));
  if (namespace && Array.isArray(value)) return value.map((code) => words(form, namespace)(String(code))).join(', ') || undefined;
  const named = names[field];
  if (named && value) return [value].flat().map((code) => named(String(code), form)).join(', ') || undefined;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return writeDate(value, form);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return writeInstant(new Date(value), form);
  return wordsOf(value, form);
}

function wordsOf(value: unknown, form: WrittenForm): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return words(form, 'values')(value ? 'yes' : 'no');
  if (typeof value === 'number') return writeNumber(value, form);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, form)).filter(Boolean).join('; ') || undefined;
  return wordsOfObject(value as Record<string, unknown>, form);
}

function wordsOfObject(held: Record<string, unknown>, form: WrittenForm): string | undefined {
  if ('edtf' in held) return writeDate((held as FuzzyDate).edtf, form);
  if ('origin' in held) return allForms(held as LocalText, form);
  if ('currency' in held) return writeMoney(held as Money, form);
  if ('qualifier' in held) return writeCount(held as Count, form);
  return Object.values(held).map((one) => wordsOf(one, form)).filter(Boolean).join(', ') || undefined;
}

/** Serbian and English beside each other, since either may be what was changed. */
function allForms(text: LocalText, form: WrittenForm): string | undefined {
  const serbian = readText(text, form === 'en' ? 'sr-Cyrl' : form)?.text;
  return [serbian, text.en?.text].filter((one, place, all) => one && all.indexOf(one) === place).join(' / ') || undefined;
}

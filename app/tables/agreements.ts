import { agreementColumns } from '#components/agreement/columns.tsx';
import { one } from '#app/shown.ts';
import { textIn } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { agreementTypes, procedures, standings } from '#office/agreement/agreement.ts';
import { partyChoices } from '#office/agreement/party-choices.ts';
import { agreementTable, type AgreementChoice } from '#office/agreement/table.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const agreements = registerTable({
  register: 'agreements', listing: agreementTable, order: 'changed', open: 3,
  words: ({ form }) => ({ heading: words(form, 'agreements')('heading'), fresh: words(form, 'agreements')('new') }),
  async filters(setting, asked) {
    const { form, viewer } = setting;
    const [t, vocabulary, fields] = [words(form, 'record.table'), words(form, 'vocabulary'), words(form, 'fields.agreement')];
    const { publication, verification, owner, createdBy, changed, incomplete } = keptFilters<AgreementChoice>(setting);
    const slug = one(asked.party)?.slice(0, 200);
    const { parties, countries } = await partyChoices(viewer, slug);
    const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, form);
    return [
      choiceOf('standing', 'standing', words(form, 'agreements.desk')('standing'), standings.filter((state) => state !== 'renewed'), (value) => words(form, 'states.standing')(value, { gender: 'masculine' })),
      publication, owner,
      choiceOf('type', 'type', fields('type'), agreementTypes, (value) => vocabulary(`agreementType.${value}`)),
      choiceOf('field', 'field', t('field'), cooperationFields, (value) => vocabulary(`field.${value}`)),
      { name: 'party', fills: 'party', label: t('party'), as: 'choice', options: parties.map(({ slug: value, name, acronym }) => ({ value, label: textIn(acronym ?? name, form) || value })).toSorted(byName) },
      { name: 'country', fills: 'country', label: t('country'), as: 'choice', options: countries.map((value) => ({ value, label: countryName(value, form) })).toSorted(byName) },
      { name: 'year', fills: 'year', label: t('signedYear'), as: 'year' },
      choiceOf('procedure', 'procedure', fields('procedure'), procedures, (value) => vocabulary(`procedure.${value}`)),
      choiceOf('deadline', 'deadline', t('deadline'), ['soon', 'passed'], (value) => t(`deadlines.${value}`)),
      verification, createdBy, changed, { name: 'undated', fills: 'undated', label: t('undated'), as: 'tick' }, incomplete,
    ];
  },
  columns: ({ form, names }, path) => agreementColumns(form, path, names),
  views: [givenViews.all, givenViews.mine, givenViews.drafts, givenViews.toPublish, { key: 'expiring', query: { deadline: 'soon' } }, givenViews.incomplete, { key: 'undated', query: { undated: '1' } }, givenViews.disputed],
  verbs: ['assign', 'classify', 'verify', 'publish', 'withdraw'],
});

import { organisationColumns } from '#components/organisation/columns.tsx';
import { countryName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { organisationCountries, organisationTable, type OrganisationChoice } from '#office/organisation/list.ts';
import { organisationKinds } from '#office/organisation/organisation.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const partners = registerTable({
  register: 'partners', listing: organisationTable, order: 'name', open: 3,
  words: ({ form }) => ({ heading: words(form, 'partners')('heading'), fresh: words(form, 'partners')('new') }),
  async filters(setting) {
    const { form, viewer } = setting;
    const [fields, vocabulary] = [words(form, 'fields.organisation'), words(form, 'vocabulary')];
    const { publication, verification, createdBy, changed, incomplete } = keptFilters<OrganisationChoice>(setting);
    const countries = (await organisationCountries(viewer)).map((value) => ({ value, label: countryName(value, form) }));
    return [
      choiceOf('kind', 'kind', fields('kind'), organisationKinds, (value) => vocabulary(`organisationKind.${value}`)),
      { name: 'country', fills: 'country', label: fields('country'), as: 'choice', options: countries.toSorted((a, b) => a.label.localeCompare(b.label, form)) },
      publication, verification,
      choiceOf('level', 'level', fields('level'), ['international', 'national'], (value) => vocabulary(`networkLevel.${value}`)),
      createdBy, changed, incomplete,
    ];
  },
  columns: ({ form }, path) => organisationColumns(form, path),
  views: [givenViews.all, givenViews.drafts, givenViews.myDrafts, givenViews.toPublish, { key: 'networks', query: { kind: 'network' } }, givenViews.unverified, givenViews.incomplete],
  verbs: ['verify', 'publish', 'withdraw'],
});

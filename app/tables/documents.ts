import { documentColumns } from '#components/document/columns.tsx';
import { languageName } from '#messages/names.ts';
import { words } from '#messages/words.ts';
import { documentKinds, documentLanguages, documentStages, visibilities } from '#office/document/document.ts';
import { documentTable, type DocumentChoice } from '#office/document/list.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const documents = registerTable({
  register: 'documents', listing: documentTable, order: 'name', open: 3,
  words: ({ form }) => ({ heading: words(form, 'documents')('heading'), fresh: words(form, 'documents')('new') }),
  filters(setting) {
    const { form } = setting;
    const [fields, vocabulary] = [words(form, 'fields.document'), words(form, 'vocabulary')];
    const { publication, verification, createdBy, changed, incomplete } = keptFilters<DocumentChoice>(setting);
    return [
      choiceOf('kind', 'kind', fields('kind'), documentKinds, (value) => vocabulary(`documentKind.${value}`)),
      choiceOf('stage', 'stage', fields('stage'), documentStages, (value) => words(form, 'states.document')(value)),
      choiceOf('visibility', 'visibility', fields('visibility'), visibilities, (value) => vocabulary(`visibility.${value}`)),
      publication,
      choiceOf('language', 'language', fields('language'), documentLanguages, (value) => languageName(value, form)),
      { name: 'year', fills: 'year', label: words(form, 'record.table')('year'), as: 'year' }, verification, createdBy, changed, incomplete,
    ];
  },
  columns: ({ form }, path) => documentColumns(form, path),
  views: [givenViews.all, givenViews.drafts, givenViews.myDrafts, givenViews.toPublish, { key: 'confidential', query: { visibility: 'confidential' } }, givenViews.incomplete],
  verbs: ['verify', 'publish', 'withdraw'],
});

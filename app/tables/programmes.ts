import { programmeColumns } from '#components/programme/columns.tsx';
import { words } from '#messages/words.ts';
import { programmeTable, type ProgrammeChoice } from '#office/programme/list.ts';
import { keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const programmes = registerTable({
  register: 'programmes', listing: programmeTable, order: 'name', open: 3,
  words: ({ form }) => ({ heading: words(form, 'programmes.desk')('heading'), fresh: words(form, 'programmes.desk')('new') }),
  filters(setting) {
    const { publication, verification, createdBy, changed, incomplete } = keptFilters<ProgrammeChoice>(setting);
    return [publication, verification, { name: 'year', fills: 'year', label: words(setting.form, 'record.table')('ranInYear'), as: 'year' }, createdBy, changed, incomplete];
  },
  columns: ({ form }, path) => programmeColumns(form, path),
  views: [givenViews.all, givenViews.drafts, givenViews.myDrafts, givenViews.toPublish, givenViews.unverified, givenViews.incomplete],
  verbs: ['verify', 'publish', 'withdraw'],
});

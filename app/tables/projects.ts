import { projectColumns } from '#components/project/columns.tsx';
import { words } from '#messages/words.ts';
import { projectTable, type ProjectChoice } from '#office/project/list.ts';
import { projectStates } from '#office/project/project.ts';
import { partnerRoles } from '#office/vocabulary.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const projects = registerTable({
  register: 'projects', listing: projectTable, order: 'name', open: 3,
  words: ({ form }) => ({ heading: words(form, 'projects')('heading'), fresh: words(form, 'projects')('new') }),
  filters(setting) {
    const { form } = setting;
    const fields = words(form, 'fields.project');
    const { publication, verification, owner, createdBy, changed, incomplete } = keptFilters<ProjectChoice>(setting);
    return [
      choiceOf('state', 'state', fields('state'), projectStates, (value) => words(form, 'states.project')(value, { gender: 'masculine' })),
      publication, owner,
      choiceOf('role', 'ourRole', fields('ourRole'), partnerRoles, (value) => words(form, 'vocabulary.partnerRole')(value)),
      verification, { name: 'year', fills: 'year', label: words(form, 'record.table')('startYear'), as: 'year' }, createdBy, changed, incomplete,
    ];
  },
  columns: ({ form, names, today }, path) => projectColumns(form, path, names, today),
  views: [givenViews.all, { key: 'running', query: { state: 'running' } }, givenViews.mine, givenViews.drafts, givenViews.toPublish, givenViews.unverified, givenViews.incomplete],
  verbs: ['assign', 'verify', 'publish', 'withdraw'],
});

import { milestoneColumns } from '#components/milestone/columns.tsx';
import { words } from '#messages/words.ts';
import { milestoneTable, type MilestoneChoice } from '#office/milestone/list.ts';
import { milestoneKinds, milestoneStates } from '#office/milestone/milestone.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const milestones = registerTable({
  register: 'milestones', listing: milestoneTable, order: 'date', open: 3,
  words: ({ form }) => ({ heading: words(form, 'milestones')('heading'), fresh: words(form, 'milestones')('new') }),
  filters(setting) {
    const { form } = setting;
    const [fields, t, vocabulary, states] = [words(form, 'fields.milestone'), words(form, 'record.table'), words(form, 'vocabulary'), words(form, 'states.milestone')];
    const { publication, verification, owner, createdBy, changed, incomplete } = keptFilters<MilestoneChoice>(setting);
    return [
      choiceOf('state', 'state', fields('state'), ['open', 'late', ...milestoneStates], (value) => (value === 'open' || value === 'late' ? t(`milestone.${value}`) : states(value))),
      choiceOf('kind', 'kind', fields('kind'), milestoneKinds, (value) => vocabulary(`milestoneKind.${value}`)),
      owner, publication,
      choiceOf('belongs-to', 'belongsTo', t('belongsTo'), ['agreement', 'membership', 'project', 'programme'], (value) => vocabulary(`noun.${value}`)),
      { name: 'year', fills: 'year', label: t('year'), as: 'year' }, verification, createdBy, changed, incomplete,
    ];
  },
  columns: ({ form, names, today }, path) => milestoneColumns(form, path, names, today),
  views: [
    givenViews.all, { key: 'mine', query: { owner: 'me', state: 'open' } }, { key: 'late', query: { state: 'late' } }, { key: 'ownerless', query: { owner: 'nobody', state: 'open' } },
    givenViews.drafts, givenViews.toPublish, givenViews.incomplete,
  ],
  verbs: ['assign', 'verify', 'publish', 'withdraw'],
});

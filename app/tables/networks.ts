import { membershipColumns } from '#components/membership/columns.tsx';
import { words } from '#messages/words.ts';
import { membershipTable, type MembershipChoice } from '#office/membership/list.ts';
import { membershipStates } from '#office/membership/membership.ts';
import { choiceOf, keptFilters } from './filter.ts';
import { givenViews, registerTable } from './register-table.ts';

export const networks = registerTable({
  register: 'networks', listing: membershipTable, order: 'network', open: 3,
  words: ({ form }) => ({ heading: words(form, 'networks.desk')('heading'), fresh: words(form, 'networks.desk')('new') }),
  filters(setting) {
    const { form } = setting;
    const { publication, verification, owner, createdBy, changed, incomplete } = keptFilters<MembershipChoice>(setting);
    return [
      choiceOf('state', 'state', words(form, 'networks.desk')('state'), membershipStates, (value) => words(form, 'states.membership')(value, { gender: 'neuter' })),
      publication, verification, owner, createdBy, changed, incomplete,
    ];
  },
  columns: ({ form, names, today }, path) => membershipColumns(form, path, names, today),
  views: [givenViews.all, { key: 'active', query: { state: 'active' } }, givenViews.mine, givenViews.drafts, givenViews.toPublish, givenViews.unverified, givenViews.incomplete],
  verbs: ['assign', 'verify', 'publish', 'withdraw'],
});

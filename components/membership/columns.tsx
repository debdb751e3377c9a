import { LocalTextView } from '#components/local-text.tsx';
import { Standing } from '#components/standing.tsx';
import type { Column } from '#components/table/column.ts';
import { dateColumn, keptColumns, ownerColumn, wordColumn } from '#components/table/columns.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { MembershipRow } from '#office/membership/list.ts';
import { joiningOf, stateOn } from '#office/membership/membership.ts';

/** The memberships in the workspace; `today` is the ISO day of their states. */
export function membershipColumns(form: WrittenForm, path: string, names: ReadonlyMap<string, string>, today: string): Column<MembershipRow>[] {
  const desk = words(form, 'networks.desk');
  const fields = words(form, 'fields.membership');
  const states = words(form, 'states.membership');
  const periods = words(form, 'vocabulary.feePeriod');
  const { code, publication, verification, verifiedOn, changed } = keptColumns<MembershipRow>(form);
  return [
    {
      key: 'network', label: desk('network'), sort: 'up', lead: true,
      cell: ({ id, network }) => <a href={`${path}/${id}`}>{network?.name ? <LocalTextView text={network.name} form={form} /> : desk('noNetwork')}</a>,
      text: ({ network }) => textIn(network?.name, form),
    },
    code,
    { key: 'member', label: desk('member'), usual: true, cell: ({ member }) => (member?.name ? <LocalTextView text={member.name} form={form} /> : null), text: ({ member }) => textIn(member?.name, form) },
    { ...dateColumn<MembershipRow>('since', desk('since'), form, ({ acts }) => joiningOf(acts)?.on, 'neuter'), usual: true },
    {
      key: 'state', label: desk('state'), usual: true, cell: ({ acts }) => <Standing of="membership" standing={stateOn(acts, today)} gender="neuter" />,
      text: ({ acts }) => states(stateOn(acts, today), { gender: 'neuter' }),
    },
    wordColumn('feePeriod', fields('feePeriod'), ({ feePeriod }) => feePeriod && periods(feePeriod)),
    publication, verification, ownerColumn(form, names), verifiedOn, changed,
  ];
}

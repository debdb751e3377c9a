import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { MembershipLine } from '#office/membership/read.ts';

/** Other members of the network that the register holds. */
export function OtherMembers({ memberships, form }: { memberships: readonly MembershipLine[]; form: WrittenForm }) {
  const states = useTranslations('states.membership');
  return (
    <ul className="list">
      {memberships.map(({ id, member, state }) => (member ? (
        <li key={id}>
          {member.isSelf ? <LocalTextView text={member.name} form={form} /> : <a href={`/${form}/partners/${member.slug}`}><LocalTextView text={member.name} form={form} /></a>}
          <span className="src">{[member.country ? countryName(member.country, form) : null, states(state)].filter(Boolean).join(' · ')}</span>
        </li>
      ) : null))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MembershipLine } from '#office/membership/read.ts';

/** What else the City was, or would be, in the network beside the membership that its page tells of. */
export function OwnMemberships({ memberships, form }: { memberships: readonly MembershipLine[]; form: WrittenForm }) {
  const states = useTranslations('states.membership');
  const kinds = useTranslations('vocabulary.membershipAct');
  const dates = useTranslations('values');
  return (
    <ul className="list">
      {memberships.map(({ id, code, state, acts }) => (
        <li key={id}>
          {states(state, { gender: 'neuter' })}
          <span className="src">
            {acts.filter(({ kind }) => kind === 'joined' || kind === 'ended').map(({ id: act, kind, on }) => <span key={act}>{kinds(kind)}: {on ? writeDate(on.edtf, form, 'table') : dates('unknownDate')} · </span>)}
            <span className="code">{code}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

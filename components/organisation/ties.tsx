import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { More } from '#components/record/more.tsx';
import { TiedAgreements, TiedMilestones, TiedProjects, type Some } from '#components/record/tied.tsx';
import { Row, Rows } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';
import { isRunning } from '#office/membership/membership.ts';
import type { MembershipLine } from '#office/membership/read.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { ProgrammeTie } from '#office/programme/read.ts';
import type { ProjectLine } from '#office/project/read.ts';

export type TiesOfOrganisation = {
  slug: string; agreements: Some<AgreementLine>; projects: Some<ProjectLine>; programmes: readonly ProgrammeTie[];
  memberships: readonly MembershipLine[]; milestones: Some<MilestoneLine>;
};
type Props = { ties: TiesOfOrganisation; form: WrittenForm; today: string };

/** All that ties the City to an organisation: agreements, what is done together, programmes, networks that both are in, milestones. */
export function Ties({ ties, form, today }: Props) {
  const t = useTranslations('partners.ties');
  const { slug, agreements, projects, programmes, memberships, milestones } = ties;
  if (agreements.total + projects.total + programmes.length + memberships.length === 0) return <EmptyState icon="files" heading={t('none')}>{t('noneWhy')}</EmptyState>;
  return (
    <>
      <TiedAgreements heading={t('agreements')} of={agreements} form={form} href={`/${form}/agreements?party=${slug}`} />
      <TiedProjects heading={t('projects')} of={projects} form={form} today={today} href={`/${form}/projects?party=${slug}`} />
      {programmes.length > 0 ? (
        <section className="sec">
          <h2>{t('programmes')}</h2>
          <Rows>{programmes.slice(0, most).map((one) => <Programme key={`${one.id} ${one.role}`} programme={one} form={form} />)}</Rows>
          <More shown={most} total={programmes.length} form={form} />
        </section>
      ) : null}
      {memberships.length > 0 ? (
        <section className="sec">
          <h2>{t('networks')}</h2>
          <Rows>{memberships.slice(0, most).map((one) => <Membership key={one.id} membership={one} form={form} />)}</Rows>
          <More shown={most} total={memberships.length} form={form} />
        </section>
      ) : null}
      <TiedMilestones heading={t('milestones')} of={milestones} form={form} today={today} />
    </>
  );
}

/** So many a page holds of each. */
const most = 12;

function Programme({ programme: { code, slug, name, role, note }, form }: { programme: ProgrammeTie; form: WrittenForm }) {
  const t = useTranslations('partners.ties');
  const roles = useTranslations('vocabulary.partnerRole');
  const offices = useTranslations('partners.ties.offices');
  return (
    <Row margin={<b className="code">{code}</b>} href={`/${form}/programmes/${slug}`} title={<LocalTextView text={name} form={form} />}>
      <p>{t('role', { role: roles.has(role) ? roles(role) : offices(role) })}{note ? <> · <LocalTextView text={note} form={form} say="elsewhere" /></> : null}</p>
    </Row>
  );
}

function Membership({ membership, form }: { membership: MembershipLine; form: WrittenForm }) {
  const { network, state } = membership;
  const say = useMembershipWords(form);
  if (!network?.slug) return null;
  return (
    <Row
      margin={<b className="code">{network.code}</b>} href={`/${form}/networks/${network.slug}`} title={<LocalTextView text={network.name} form={form} />}
      side={<Standing of="membership" standing={state} />}
    >
      <p>{say(membership)}</p>
    </Row>
  );
}

/** Since when it is a member; of one that is not, what it is instead. */
function useMembershipWords(form: WrittenForm): (membership: MembershipLine) => string {
  const t = useTranslations('partners.ties');
  return ({ state, joined, acts }) => {
    if (isRunning(state)) return joined ? t('memberSince', { date: writeDate(joined.edtf, form, 'sentence') }) : t('memberUndated');
    const left = state === 'ended' ? acts.findLast(({ kind }) => kind === 'ended')?.on : null;
    return left ? t('memberUntil', { date: writeDate(left.edtf, form, 'sentence') }) : t(`notMember.${state}` as 'notMember.applied');
  };
}

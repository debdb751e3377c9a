import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { MilestoneList } from '#components/milestone-list.tsx';
import { Row, Rows } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { MembershipLine } from '#office/membership/read.ts';
import { dateOf, milestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { projectState } from '#office/project/project.ts';
import type { ProjectLine } from '#office/project/read.ts';

/** Projects as lines of a register, where they stand on another record's page. `today` is an ISO day. */
export function ProjectRows({ projects, form, today }: { projects: readonly ProjectLine[]; form: WrittenForm; today: string }) {
  return (
    <Rows>
      {projects.map((project) => (
        <Row
          key={project.id} margin={<b className="code">{project.code}</b>} href={`/${form}/projects/${project.slug}`}
          title={<LocalTextView text={project.title} form={form} />}
          side={<Standing of="project" standing={projectState(project.acts, today)} />}
        >
          {project.summary ? <p><LocalTextView text={project.summary} form={form} say="elsewhere" /></p> : null}
        </Row>
      ))}
    </Rows>
  );
}

/** The milestones of a record, in the order given. */
export function RecordMilestones({ milestones, form }: { milestones: readonly MilestoneLine[]; form: WrittenForm }) {
  return (
    <MilestoneList milestones={milestones.map((one) => {
      const date = dateOf(one);
      const note = one.acts.findLast((act) => act.note)?.note;
      return {
        id: one.id, when: date ? writeDate(date.edtf, form) : null, state: milestoneState(one),
        title: <LocalTextView text={one.title} form={form} />, note: note ? <LocalTextView text={note} form={form} say="elsewhere" /> : null,
      };
    })} />
  );
}

/** Other members of the network that the register holds. */
export function OtherMembers({ memberships, form }: { memberships: readonly MembershipLine[]; form: WrittenForm }) {
  const states = useTranslations('states.membership');
  return (
    <ul className="list">
      {memberships.map(({ id, member, state }) => (member ? (
        <li key={id}>
          {member.isSelf ? <LocalTextView text={member.name} form={form} /> : <a href={`/${form}/partners/${member.slug}`}><LocalTextView text={member.name} form={form} /></a>}
          <span className="src">{states(state)}</span>
        </li>
      ) : null))}
    </ul>
  );
}

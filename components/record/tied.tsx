import type { ReactNode } from 'react';
import { AgreementCard } from '#components/agreement/card.tsx';
import { MilestoneTimeline } from '#components/milestone/timeline.tsx';
import { ProjectCard } from '#components/project/card.tsx';
import { Rows } from '#components/rows.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { ProjectLine } from '#office/project/read.ts';
import { More } from './more.tsx';

/** Of a long list its beginning, and how many there are. */
export type Some<T> = { readonly lines: readonly T[]; readonly total: number };

type Tied<T> = {
  heading: string; of: Some<T>; form: WrittenForm;
  /** The register narrowed to the whole list, where there is one. */
  href?: string;
};

/** The agreements that a record is tied to, each as a line of the register. */
export function TiedAgreements({ of, form, ...more }: Tied<AgreementLine>) {
  return <Section of={of} form={form} {...more}><Rows>{of.lines.map((one) => <AgreementCard key={one.id} agreement={one} form={form} level={3} />)}</Rows></Section>;
}

export function TiedProjects({ of, form, today, ...more }: Tied<ProjectLine> & { today: string }) {
  return <Section of={of} form={form} {...more}><Rows>{of.lines.map((one) => <ProjectCard key={one.id} project={one} form={form} today={today} level={3} />)}</Rows></Section>;
}

/** `record` is the one on whose page they stand, which they need not name again. */
export function TiedMilestones({ of, form, today, record, ...more }: Tied<MilestoneLine> & { today: string; record?: string }) {
  return <Section of={of} form={form} {...more}><MilestoneTimeline milestones={of.lines} form={form} today={today} of={record} /></Section>;
}

function Section({ heading, of, form, href, children }: Tied<unknown> & { children: ReactNode }) {
  if (of.lines.length === 0) return null;
  return <section className="sec"><h2>{heading}</h2>{children}<More shown={of.lines.length} total={of.total} form={form} href={href} /></section>;
}

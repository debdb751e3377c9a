import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { AgreementCard } from '#components/agreement/card.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { ProjectCard } from '#components/project/card.tsx';
import { Row, Rows } from '#components/rows.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { AgreementLine } from '#office/agreement/read.ts';
import type { ProjectLine } from '#office/project/read.ts';

type TiedProgramme = { id: string; code: string; slug: string; name: LocalText | null; role: string; note: LocalText | null };
export type TiesOfOrganisation = { agreements: readonly AgreementLine[]; projects: readonly ProjectLine[]; programmes: readonly TiedProgramme[] };

/** All that ties the City to an organisation: what was agreed with it, what is done together, which programmes it has a part in. */
export function Ties({ ties: { agreements, projects, programmes }, form, today }: { ties: TiesOfOrganisation; form: WrittenForm; today: string }) {
  const t = useTranslations('partners.ties');
  const roles = useTranslations('vocabulary.partnerRole');
  if (agreements.length + projects.length + programmes.length === 0) return <EmptyState icon="files" heading={t('none')}>{t('noneWhy')}</EmptyState>;
  return (
    <>
      <Group heading={t('agreements')} lines={agreements.map((one) => <AgreementCard key={one.id} agreement={one} form={form} level={3} />)} />
      <Group heading={t('projects')} lines={projects.map((one) => <ProjectCard key={one.id} project={one} form={form} today={today} level={3} />)} />
      <Group heading={t('programmes')} lines={programmes.map(({ id, code, slug, name, role, note }) => (
        <Row key={`${id} ${role}`} margin={<b className="code">{code}</b>} href={`/${form}/programmes/${slug}`} title={<LocalTextView text={name} form={form} />}>
          <p>{t('role', { role: roles(role) })}{note ? <> · <LocalTextView text={note} form={form} say="elsewhere" /></> : null}</p>
        </Row>
      ))} />
    </>
  );
}

function Group({ heading, lines }: { heading: string; lines: readonly ReactNode[] }) {
  return lines.length === 0 ? null : <section className="sec"><h2>{heading}</h2><Rows>{lines}</Rows></section>;
}

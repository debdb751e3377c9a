import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { More } from '#components/record/more.tsx';
import { recordHref, type ReadBy } from '#components/reference-link.tsx';
import { Row, Rows } from '#components/rows.tsx';
import { useRecurrenceWords } from '#components/obligation/recurrence-words.ts';
import { capital } from '#messages/capital.ts';
import { writeDate } from '#messages/dates.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { obligationStandsOn } from '#office/obligation/obligation.ts';
import { isOver } from '#office/over.ts';
import type { Reference } from '#office/reference.ts';

type Props = { agreement: AgreementRecord; form: WrittenForm };
type Line = { key: string; margin: ReactNode; href: string | undefined; title: LocalText | null; code: string };

/** So many a page holds. */
const most = 40;

/** Projects, networks and other agreements that it is tied to, as far as the reader may see them. */
export function RelatedRecords({ agreement, form, readBy }: Props & { readBy: ReadBy }) {
  const t = useTranslations('agreements');
  const links = useTranslations('vocabulary.agreementLink');
  const line = (margin: string, to: Reference | null): Line[] =>
    (to ? [{ key: `${margin} ${to.id}`, margin: <b>{capital(margin)}</b>, href: recordHref(to, form, readBy) ?? undefined, title: to.name, code: to.code }] : []);
  const tied = (margin: string, other: AgreementRecord['links'][number]['other']): Line[] =>
    (other ? [{ key: `${margin} ${other.id}`, margin: <b>{capital(margin)}</b>, href: recordHref({ ...other, noun: 'agreement', kind: null }, form, readBy) ?? undefined, title: other.title, code: other.code }] : []);
  const lines = [
    ...agreement.projects.flatMap(({ project }) => line(t('related.project'), project)),
    ...agreement.networks.flatMap(({ network }) => line(t('related.network'), network)),
    ...agreement.links.flatMap(({ kind, other }) => tied(links(kind), other)),
    ...agreement.linkedFrom.flatMap(({ kind, other }) => tied(t(`from.${kind}`), other)),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('related.heading')}</h2>
      <Rows>
        {lines.slice(0, most).map(({ key, margin, href, title, code }) => (
          <Row key={key} margin={margin} href={href} title={<LocalTextView text={title} form={form} say="elsewhere" />}><p className="code">{code}</p></Row>
        ))}
      </Rows>
      <More shown={most} total={lines.length} form={form} />
    </section>
  );
}

/** What the parties owe under it, each with its state on this day; where the agreement is over nothing is open any more. */
export function Obligations({ agreement, form, today }: Props & { today: string }) {
  const t = useTranslations('agreements.duties');
  const states = useTranslations('states.obligation');
  const often = useRecurrenceWords(form);
  if (agreement.obligations.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('heading')}</h2>
      <ul className="list">
        {agreement.obligations.map((duty) => (
          <li key={duty.id}>
            <LocalTextView text={duty.text} form={form} say="elsewhere" />
            <span className="src">
              {duty.organisation ? <><LocalTextView text={duty.organisation.name} form={form} say="elsewhere" />{' · '}</> : null}
              {[
                duty.state === 'open' && isOver('agreement', agreement.standing.state) ? null : states(obligationStandsOn(duty, today)), duty.due ? t('due', { date: writeDate(duty.due.edtf, form) }) : null,
                duty.recurrence ? often(duty.recurrence) : null,
              ].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

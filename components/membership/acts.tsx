import { useTranslations } from 'next-intl';
import { Act } from '#components/act-table.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { accessionOf, arrange } from '#office/membership/membership.ts';
import type { MembershipRecord } from '#office/membership/read.ts';

/** The acts of a membership in the order of its life; a step that must have been and was not found stands as a gap. */
export function MembershipActs({ acts, form, strikeAt }: { acts: MembershipRecord['acts']; form: WrittenForm; /** Where an act entered in error is undone; only for whoever may. */ strikeAt?: (actId: string) => string }) {
  const t = useTranslations('networks.acts');
  const kinds = useTranslations('vocabulary.membershipAct');
  const strike = useTranslations('record.acts');
  const gaps = accessionOf(acts).filter(({ state, kind }) => state === 'gap' && kind === 'decided');
  const later = arrange(acts);
  const before = later.filter(({ kind }) => kind === 'considered');
  const rows = [...before.map(asRow), ...gaps.map(({ kind }) => ({ kind, act: null })), ...later.filter(({ kind }) => kind !== 'considered').map(asRow)];
  if (rows.length === 0) return null;
  return (
    <table className="table fold">
      <caption className="hide">{t('act')}</caption>
      <thead><tr><th scope="col">{t('act')}</th><th scope="col">{t('date')}</th><th scope="col">{t('number')}</th></tr></thead>
      <tbody>
        {rows.map(({ kind, act }) => (
          <tr key={act?.id ?? kind} id={act ? `act-${act.id}` : undefined}>
            <th scope="row"><Act state={act ? 'done' : 'gap'} words={kinds(kind)} note={act?.note ? <LocalTextView text={act.note} form={form} say="elsewhere" /> : null} /></th>
            <td><span className="cell-label" aria-hidden="true">{t('date')}</span>{act ? <FuzzyDateView edtf={act.on?.edtf} form={form} /> : <span className="unknown">{t('notFound')}</span>}</td>
            <td><span className="cell-label" aria-hidden="true">{t('number')}</span>{act?.number ?? '–'}{act && strikeAt ? <> <a className="small" href={strikeAt(act.id)}>{strike('strike')}<span className="hide"> {kinds(kind)}</span></a></> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function asRow(act: MembershipRecord['acts'][number]) {
  return { kind: act.kind, act };
}

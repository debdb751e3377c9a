import { useTranslations } from 'next-intl';
import { writeDate, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Standing } from '#office/agreement/standing.ts';
import { holdsUntil } from './until.ts';

/** Since when and until when an agreement holds or held, in one line; nothing before it is signed. */
export function Lasting({ standing, form }: { standing: Standing; form: WrittenForm }) {
  const t = useTranslations('agreements.lasting');
  const key = unbegun[standing.state];
  if (key === null) return null;
  if (key && !unknownForce.has(standing.reason.rule)) return <p className="lasting">{t(key)}</p>;
  const from = standing.inForceFrom && writeDate(standing.inForceFrom.edtf, form, 'table');
  const { to, then } = endOf(standing, form);
  if (!from && !to && !then) return <p className="lasting unknown">{t('unknown')}</p>;
  const bounds = [from ? t('since', { from }) : t('sinceUnknown'), to ? t('until', { to }) : null];
  return (
    <p className="lasting">
      {t('label')} {from ? bounds.filter(Boolean).join(' ') : bounds.filter(Boolean).join(' · ')}{then ? ` · ${t(then)}` : to ? null : ` · ${t('untilUnknown')}`}
    </p>
  );
}

/** Only its first and its last day, for a short line. */
export function Term({ standing, form }: { standing: Standing; form: WrittenForm }) {
  const t = useTranslations('agreements.lasting');
  if (unbegun[standing.state] !== undefined && !unknownForce.has(standing.reason.rule)) return null;
  const from = standing.inForceFrom && writeDate(standing.inForceFrom.edtf, form, 'table');
  const { to } = endOf(standing, form);
  if (!from && !to) return <span className="unknown">{t('termUnknown')}</span>;
  return [from ? t('since', { from }) : null, to ? t('until', { to }) : null].filter(Boolean).join(' ');
}

type Then = 'tacit' | 'renewalUnknown' | null;

/** Its last day as far as it is known, and what follows on it. */
function endOf(standing: Standing, form: WrittenForm): { to: string | null; then: Then } {
  const { reason, renewsOn, state } = standing;
  if (over.has(state)) {
    const day = state === 'expired' && standing.endsWithin ? holdsUntil(standing, form, 'table') : reason.day ? writeDay(reason.day, form, 'table') : reason.act?.on ? writeDate(reason.act.on.edtf, form, 'table') : null;
    return { to: day, then: null };
  }
  const lapsed = reason.rule === 'renewalUnknown' && reason.day ? writeDay(reason.day, form, 'table') : null;
  return { to: holdsUntil(standing, form, 'table') ?? lapsed, then: reason.rule === 'renewalUnknown' ? 'renewalUnknown' : renewsOn ? 'tacit' : null };
}

const over = new Set<Standing['state']>(['expired', 'terminated', 'completed', 'replaced', 'archived']);
const unknownForce = new Set<Standing['reason']['rule']>(['forceUnknown']);

/** Before it holds: nothing is said on the way to the signature, and of a signed one that it has not begun. */
const unbegun: Partial<Record<Standing['state'], 'notYet' | null>> = {
  initiative: null, drafting: null, agreed_text: null, council_decided: null, consent_requested: null, consent_refused: null, consent_given: null,
  ready_to_sign: null, dropped: null, signed: 'notYet',
};

import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Path, type PathStep } from '#components/path.tsx';
import { writeDate } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

/** What was or is in force awaits nothing any more: a step without its act is a gap. */
const lived = new Set<string>(['in_force', 'notice_given', 'suspended', 'expired', 'completed', 'terminated', 'replaced', 'archived']);

const steps = ['initiative', 'council_decision', 'consent_request', 'consent_given', 'signature', 'publication_in_gazette'] as const;

/** The way that the law sets for an agreement with a foreign local government, filled as far as its acts were found; a refused consent begins it anew. */
export function StatutoryPath({ agreement, form }: { agreement: AgreementRecord; form: WrittenForm }) {
  const t = useTranslations('agreements.path');
  const { actsOfRound: acts, standing } = agreement;
  const settled = standing.inForceFrom !== null || lived.has(standing.state);
  const found = steps.map((kind) => acts.findLast((act) => act.kind === kind) ?? null);
  const furthest = found.findLastIndex((act) => act !== null);
  const stateOf = (place: number): PathStep['state'] => {
    if (found[place]) return 'done';
    if (place < furthest || settled) return 'gap';
    return place === furthest + 1 && standing.state !== 'dropped' ? 'now' : 'ahead';
  };
  return (
    <Path steps={steps.map((kind, place) => {
      const [act, state] = [found[place], stateOf(place)];
      return {
        id: kind, state, label: t(kind), when: act?.on ? writeDate(act.on.edtf, form, 'table') : null,
        note: act ? <Told act={act} form={form} /> : state === 'gap' ? t('notFound') : state === 'now' ? t('awaited') : null,
      };
    })} />
  );
}

function Told({ act, form }: { act: AgreementRecord['acts'][number]; form: WrittenForm }) {
  const t = useTranslations('agreements.path');
  if (act.kind === 'publication_in_gazette' && act.gazette) return act.gazette;
  if (act.number) return t('number', { number: act.number });
  return act.body ? <LocalTextView text={act.body} form={form} say="elsewhere" /> : null;
}

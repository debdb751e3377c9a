import { useTranslations } from 'next-intl';
import { Path } from '#components/path.tsx';
import { writeDate } from '#messages/dates.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import type { Step } from '#office/agreement/path.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { actWord } from './act-word.ts';

type Props = { agreement: AgreementRecord; steps: readonly Step[]; form: WrittenForm };

/** The way that the law sets for this procedure, as staff see it: each step with its acts, party by party where each takes it. */
export function AgreementWay({ agreement, steps, form }: Props) {
  const t = useTranslations('agreements.path');
  return (
    <Path steps={steps.map((step) => ({
      id: step.kind, state: step.state, label: t(labelOf(step, agreement)), when: step.on && step.byParty.length === 0 ? writeDate(step.on.edtf, form, 'table') : null,
      note: <Note step={step} agreement={agreement} form={form} />,
    }))} />
  );
}

function labelOf({ kind, byParty }: Step, agreement: AgreementRecord): string {
  return kind === 'council_decision' && byParty.length ? 'council_decisions' : actWord(kind, agreement);
}

function Note({ step, agreement, form }: { step: Step } & Omit<Props, 'steps'>) {
  const t = useTranslations('agreements.path');
  const { act, begun, state, byParty } = step;
  if (byParty.length && (act || state !== 'ahead')) {
    return <>{byParty.map((one) => <span key={one.partyId} className="each"><OfParty {...one} awaited={state === 'gap' ? 'partyMissing' : 'partyAwaited'} agreement={agreement} form={form} /></span>)}</>;
  }
  const held = act && agreement.acts.find(({ id }) => id === act.id);
  if (held) return held.gazette ?? (held.number ? t('number', { number: held.number }) : null);
  if (state === 'gap') return t('notFound');
  if (begun) return begun.on ? t('drafting', { day: writeDate(begun.on.edtf, form, 'table') }) : t('draftingUndated');
  return state === 'now' ? t('nextHere') : null;
}

function OfParty({ partyId, act, awaited, agreement, form }: Step['byParty'][number] & { awaited: 'partyMissing' | 'partyAwaited' } & Omit<Props, 'steps'>) {
  const t = useTranslations('agreements.path');
  const hidden = useTranslations('agreements')('hiddenParty');
  const party = textIn(agreement.parties.find(({ id }) => id === partyId)?.organisation?.name, form) || hidden;
  if (!act) return t(awaited, { party });
  return act.on ? t('partyDone', { party, day: writeDate(act.on.edtf, form, 'table') }) : t('partyUndated', { party });
}

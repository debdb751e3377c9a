import { useTranslations } from 'next-intl';
import { Act } from '#components/act-table.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { More } from '#components/record/more.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { actWord } from './act-word.ts';

type Props = {
  agreement: AgreementRecord; form: WrittenForm;
  /** Where an act entered in error is taken out; only for whoever may. */
  strikeAt?: (actId: string) => string;
  /** So many acts a page holds, the last of them. */
  most?: number;
  /** The document behind an act, where the viewer may see it, and its page. */
  paper?: (documentId: string) => { readonly title: LocalText | null; readonly href: string } | null;
};

/** Every act in the order in which they happened, with what was found of it; then those that must have been. */
export function ActList({ agreement, form, strikeAt, paper, most = Infinity }: Props) {
  const t = useTranslations('agreements.acts');
  const words = useTranslations('vocabulary.act');
  const named = (kind: ActKind) => words(actWord(kind, agreement));
  const { actsInTurn: acts, standing } = agreement;
  if (acts.length === 0) return <EmptyState icon="file-text" heading={t('empty')}>{t('emptyWhy')}</EmptyState>;
  return (
    <>
      {acts.length > most ? <More shown={most} total={acts.length} form={form} /> : null}
      <dl className="sheet">
        {acts.slice(-Math.min(most, acts.length)).map((act) => (
          <div key={act.id} id={`act-${act.id}`}>
            <dt><FuzzyDateView edtf={act.on?.edtf} form={form} look="table" /></dt>
            <dd>
              {[named(act.kind as ActKind), act.number, act.session].filter(Boolean).join(', ')}
              <ActNote act={act} agreement={agreement} form={form} />
              <Paper of={act.documentId ? paper?.(act.documentId) : null} form={form} />
              {strikeAt ? <span className="src"><a href={strikeAt(act.id)}>{t('strike')}<span className="hide"> {named(act.kind as ActKind)}</span></a></span> : null}
            </dd>
          </div>
        ))}
        {standing.gaps.map((kind: ActKind) => (
          <div key={kind}><dt>{named(kind)}</dt><dd><Act state="gap" words={t(acts.some((act) => act.kind === kind) ? 'afterSigning' : 'notFound')} /></dd></div>
        ))}
      </dl>
    </>
  );
}

function Paper({ of, form }: { of: ReturnType<NonNullable<Props['paper']>> | undefined; form: WrittenForm }) {
  return of ? <span className="src"><a href={of.href}><LocalTextView text={of.title} form={form} say="elsewhere" /></a></span> : null;
}

function ActNote({ act, agreement, form }: Props & { act: AgreementRecord['acts'][number] }) {
  const t = useTranslations('agreements.acts');
  const party = agreement.parties.find(({ id }) => id === act.partyId)?.organisation;
  const who = [act.body ? t('by', { who: textIn(act.body, form) }) : null, party ? t('ofParty', { party: textIn(party.name, form) }) : null].filter(Boolean).join(' · ');
  const fields = useTranslations('vocabulary.field');
  const areas = act.areas.map((area) => fields(area)).join(', ');
  if (!who && !act.gazette && !act.note && !areas && !act.budgetLine) return null;
  return (
    <span className="src">
      {[who, areas ? t('areas', { areas }) : null, act.budgetLine ? t('budgetLine', { line: act.budgetLine }) : null, act.gazette ? t('gazette', { gazette: act.gazette }) : null].filter(Boolean).join(' · ')}
      {act.note ? <>{' '}<LocalTextView text={act.note} form={form} say="elsewhere" /></> : null}
    </span>
  );
}

import { useTranslations } from 'next-intl';
import { issueWords } from '#messages/issue.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { languageName } from '#messages/names.ts';
import type { Unmet } from '#office/agreement/moves.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { actAddress } from './act-address.ts';

/** What the viewer may do about what stands in the way. */
export type May = readonly ('revise' | 'addParty' | 'recordAct' | 'draftDocument')[];
type Props = { agreement: AgreementRecord; unmet: readonly Unmet[]; path: string; form: WrittenForm; may: May };

/** Everything that stands in the way of an act, each with the link that settles it, where the viewer may settle it. */
export function UnmetList({ agreement, unmet, path, form, may }: Props) {
  const t = useTranslations('agreements.settle');
  return (
    <ul className="list">
      {unmet.map((one) => {
        const way = settledAt(one, agreement, path, form);
        return (
          <li key={`${one.rule} ${one.values?.language ?? ''}`}>
            {unmetWords(one, form)} {way && (way.asks === null || may.includes(way.asks)) ? <a href={way.href}>{t(way.words)}<span className="hide"> {one.values?.language ? languageName(one.values.language, form) : ''}</span></a> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What stands in the way of an act, in words. */
export function unmetWords({ rule, values = {} }: Unmet, form: WrittenForm): string {
  const written = values.language ? { ...values, language: languageName(values.language, form) } : values;
  return issueWords({ rule, values: written }, form);
}

type Way = { readonly href: string; readonly words: string; readonly asks: May[number] | null };

function settledAt({ rule, values }: Unmet, { id, acts }: AgreementRecord, path: string, form: WrittenForm): Way | null {
  const edit = (field: string): Way => ({ href: `${path}/edit#${field}`, words: rule, asks: 'revise' });
  const enter = (kind: Parameters<typeof actAddress>[1], words: string = rule): Way => ({ href: actAddress(path, kind), words, asks: 'recordAct' });
  switch (rule) {
    case 'ownerMissing': return edit('ownerId');
    case 'typeMissing': return edit('type');
    case 'procedureMissing': case 'notForThisProcedure': return edit('procedure');
    case 'noRenewal': return edit('renewal');
    case 'partiesMissing': return { href: `${path}/party`, words: rule, asks: 'addParty' };
    case 'draftTextMissing': return { href: `/${form}/workspace/documents/new?record=agreement:${id}&kind=agreement_text&language=${values?.language ?? ''}`, words: rule, asks: 'draftDocument' };
    case 'decisionIncomplete': return { href: `${path}#act-${acts.findLast(({ kind }) => kind === 'council_decision')?.id ?? ''}`, words: rule, asks: null };
    case 'consentMissing': return acts.some(({ kind }) => kind === 'consent_request') ? enter('consent_given') : enter('consent_request', 'consentRequest');
    case 'notAuthorised': return enter('authorisation_to_sign');
    case 'ourDecisionMissing': return enter('council_decision');
    case 'onlyTwoParties': return enter('notice');
    case 'successorMissing': return enter('replacement');
    case 'retentionMissing': return enter('archiving');
    case 'renewsItself': return { href: `${path}#periods`, words: rule, asks: null };
    case 'actNotPossible': return { href: `${path}#next`, words: rule, asks: null };
    case 'allHaveSigned': case 'actTwice': return { href: `${path}#acts`, words: rule, asks: null };
  }
}

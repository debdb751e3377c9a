import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { Todo } from '#components/todo.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ActKind } from '#office/agreement/agreement.ts';
import type { Move } from '#office/agreement/moves.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { actAddress } from './act-address.ts';
import { actWord } from './act-word.ts';
import { UnmetList, unmetWords, type May } from './unmet.tsx';

/** An act that may follow, `open` where nothing but its own page asks for something. */
export type Offered = Move & { readonly open: boolean };

type Props = {
  agreement: AgreementRecord; path: string; form: WrittenForm; may: May;
  /** The acts that take the way on, and the others. */
  onwards: readonly Offered[];
  others: readonly Offered[];
  annex: 'possible' | 'not possible';
};

/** What is next on the way as buttons, what it lacks with the links that settle it, and what else may be entered. */
export function NextStep({ agreement, path, form, may, onwards, others, annex }: Props) {
  const t = useTranslations('agreements.next');
  const verbs = useTranslations('agreements.do');
  const kinds = useTranslations('vocabulary.act');
  const mayAct = may.includes('recordAct');
  return (
    <>
      {onwards.length + others.length === 0 ? <p className="soft">{t('none')}</p> : null}
      {mayAct && onwards.some(({ open }) => open) ? (
        <p className="btns">
          {onwards.filter(({ open }) => open).map(({ kind }, place) => <ButtonLink key={kind} href={actAddress(path, kind)} kind={place === 0 ? 'main' : 'line'}>{verbs(actWord(kind, agreement))}</ButtonLink>)}
        </p>
      ) : null}
      {onwards.filter(({ open }) => !open).map(({ kind, unmet }) => (
        <div key={kind} className="lacks">
          <h3>{t('lacksFor', { act: kinds(actWord(kind, agreement)) })}</h3>
          <UnmetList agreement={agreement} unmet={unmet} path={path} form={form} may={may} />
        </div>
      ))}
      {others.length || annex === 'possible' ? (
        <details>
          <summary>{t('others')}</summary>
          <Todo lines={[
            ...others.map(({ kind, unmet, open }) => ({
              id: kind, title: verbs(actWord(kind, agreement)), href: mayAct ? actAddress(path, kind) : undefined, note: open ? null : unmet.map((one) => unmetWords(one, form)).join(' '),
              act: <span className={open ? 'tr tr-ok' : 'tr tr-no'}>{t(open ? 'possible' : 'missing')}</span>,
            })),
            ...(annex === 'possible' ? [{ id: 'annex', title: verbs('annex'), href: mayAct ? actAddress(path, 'annex') : undefined, act: <span className="tr tr-ok">{t('possible')}</span> }] : []),
          ]} />
        </details>
      ) : null}
      {mayAct ? null : <p className="small soft">{t('notYours')}</p>}
      {mayAct && agreement.verification === 'unverified' ? <p className="small"><a href={`${path}/old-act`}>{t('old')}</a></p> : null}
    </>
  );
}

/** Which of the acts take the way on from its present step, in the order of `taking`: what is most likely comes first. */
export function split(moves: readonly Offered[], taking: readonly ActKind[]): { onwards: Offered[]; others: Offered[] } {
  return { onwards: taking.flatMap((kind) => moves.filter((move) => move.kind === kind)), others: moves.filter(({ kind }) => !taking.includes(kind)) };
}

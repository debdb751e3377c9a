import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import type { Considered } from '#app/considering.ts';
import { deedOf } from '#app/deeds.ts';
import { Icon } from '#components/icon.tsx';
import { Notice } from '#components/notice.tsx';
import { VerdictForm } from '#components/proposal/verdict-form.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { permits } from '#office/permission.ts';
import type { ProposalRecord } from '#office/proposal/read.ts';
import type { SaidLine } from '#office/proposal/said.ts';
import { settingNow } from '#office/setting/read.ts';
import type { Staff } from '#office/viewer.ts';
import { decideProposal } from '../actions.ts';

export type ProposalPage = {
  form: WrittenForm; viewer: Staff; proposal: ProposalRecord; considered: Considered; changed: readonly SaidLine[];
  /** The record's address. */
  path: string;
};

/** What may be decided now, with what speaks for and against it. */
export async function Verdict({ page: { viewer, proposal, considered, changed } }: { page: ProposalPage }) {
  const t = await getTranslations('proposals.verdict');
  if (proposal.state !== 'open' || !permits(viewer, 'proposal.return', proposal.subject)) return null;
  const own = proposal.createdBy === viewer.id;
  const fourEyes = own && await settingNow('four_eyes');
  const published = proposal.subject.proposes?.record?.publication === 'published';
  const label = await labels(proposal.noun);
  if (fourEyes) return <Notice tone="wait" heading={t('own')}><p>{t('ownWhy')}</p></Notice>;
  const cyrillic = changed.filter(({ face, how }) => face === 'sr-Cyrl' && how === 'written');
  const english = cyrillic.every(({ group, field, row }) => changed.some((line) => line.face === 'en' && line.group === group && line.field === field && line.row === row)
    || !considered.lines.some((line) => line.face === 'en' && line.group === group && line.field === field && line.row === row));
  const checks = [
    { words: t('checks.other'), fine: !own, otherwise: t('checks.same') },
    { words: t('checks.stands'), fine: !considered.moved && !considered.barred, otherwise: t(considered.fate.is === 'withdrawn' ? 'checks.withdrawn' : 'checks.moved') },
    { words: t('checks.english'), fine: english, otherwise: t('checks.outdated') },
  ];
  return (
    <div className="split">
      <section className="part" aria-label={t('heading')}>
        <h2>{t('heading')}</h2>
        <VerdictForm
          noun={deedOf(proposal.deed)?.noun ?? proposal.noun} action={decideProposal} words={{ approve: t(published ? 'approvePublic' : 'approve'), return: t('return'), reject: t('reject'), keep: t('keep'), keepWhat: t('keepWhat') }} barred={considered.barred}
          disputed={considered.disputed.map((unit) => ({ unit, label: label(unit) }))}
          hidden={{ id: proposal.id, version: proposal.version, request: randomUUID(), recordVersion: considered.version, entryHash: proposal.entryHash }}
        />
      </section>
      <aside className="part" aria-label={t('checks.heading')}>
        <h2>{t('checks.heading')}</h2>
        <ul className="todo">
          {checks.map(({ words, fine, otherwise }) => (
            <li key={words}><div>{words}</div><span className={fine ? 'tr tr-ok' : 'tr tr-no'}><Icon name={fine ? 'check' : 'triangle-exclamation-point'} />{fine ? t('checks.yes') : otherwise}</span></li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

/** The words of a disputed field: of a text also which of its faces. */
async function labels(noun: string) {
  const t = await getTranslations('fields');
  const faces = await getTranslations('proposals.faces');
  return (unit: string) => {
    const [top = '', face] = unit.split('.');
    const place = [`${noun}.${top}`, `any.${top}`].find((one) => t.has(one));
    const name = place ? t(place) : top;
    return face && faces.has(`${face}.written`) ? `${name} (${faces(`${face}.written`)})` : name;
  };
}

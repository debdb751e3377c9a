import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/button.tsx';
import { CommentForm, TakeBackForm } from '#components/proposal/small-forms.tsx';
import { permits } from '#office/permission.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { commentProposal, takeBackProposal } from '../actions.ts';
import { pageOfDeed } from './page-of-deed.ts';
import type { ProposalPage } from './verdict.tsx';

/** What its author may do with it, and a word for whoever takes part. */
export async function OwnActs({ page: { viewer, proposal, considered, changed, path } }: { page: ProposalPage }) {
  const t = await getTranslations('proposals');
  const label = await getTranslations('fields');
  const open = isUndecided(proposal.state);
  const hidden = () => ({ id: proposal.id, version: proposal.version, request: randomUUID() });
  const again = considered.code ? pageOfDeed(proposal.deed, proposal.typed) : null;
  const named = (field: string) => [`${proposal.noun}.${field}`, `any.${field}`].find((place) => label.has(place));
  const fields = [...new Set(changed.map(({ group, field }) => group ?? field))].map((value) => ({ value, label: named(value) ? label(named(value) as never) : value }));
  return (
    <>
      {open && permits(viewer, 'proposal.amend', proposal.subject) ? (
        <section className="sec">
          <h2>{t('yours')}</h2>
          {again ? <p><ButtonLink href={`${path}/${again}?proposal=${proposal.id}`} icon="pencil">{t('amend')}</ButtonLink></p> : null}
          <TakeBackForm action={takeBackProposal} submit={t('takeBack')} hidden={hidden()} />
        </section>
      ) : null}
      {permits(viewer, 'proposal.comment', proposal.subject) ? (
        <details className="sec">
          <summary>{t('say')}</summary>
          <CommentForm action={commentProposal} submit={t('saySubmit')} hidden={hidden()} fields={fields} whole={t('whole')} />
        </details>
      ) : null}
    </>
  );
}

import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { askedAddress } from '#app/asked.ts';
import { holderMark } from '#app/holder.ts';
import { registerCounts } from '#app/registers.ts';
import { holder } from '#app/viewer.ts';
import { DeskForms } from '#components/desk-context.tsx';
import { SpotDrafts } from '#components/fields/spot-actions.tsx';
import { Jump } from '#components/desk/jump.tsx';
import { FormWords } from '#components/form-words.tsx';
import { Side } from '#components/frame/side.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';
import { LeaveForm } from '#components/person/leave-form.tsx';
import { Top } from '#components/frame/top.tsx';
import { isKept, isResumed, pagePlace } from '#components/place.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { placesOf } from '#app/side-places.ts';
import { proposalCount } from '#office/desk/counts.ts';
import { draftsAt } from '#office/draft/read.ts';
import { discard, enterAgain, enterCodeAgain, leave } from './actions.ts';
import { layAgreement, layOrganisation, layProgramme, layProject } from './find/actions.ts';

export const metadata: Metadata = { robots: { index: false } };

const spot = { organisation: layOrganisation, programme: layProgramme, project: layProject, agreement: layAgreement };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The frame of the workspace; bare where a second factor must be set up first. Each page asks who is there by itself; a frame alone protects nothing. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const { locale } = await params;
  const form = isWrittenForm(locale) ? locale : defaultForm;
  setRequestLocale(form);
  const { staff: viewer, mustSetUp } = await holder();
  const role = await getTranslations('vocabulary.role');
  const t = await getTranslations('frame.workspace');
  const roles = [...new Set(viewer.grants.map((grant) => grant.role))];
  const address = (await askedAddress()) || `/${form}/workspace`;
  const page = pagePlace(address);
  const drafts = !mustSetUp && isKept(page) ? await draftsAt(viewer, page) : [];
  const desk = {
    page, drafts: drafts.map(({ place, typed, savedAt }) => ({ place, typed, savedAt: savedAt.toISOString() })),
    resumed: isResumed(address), who: viewer.id, holder: holderMark(viewer.id), discard, enterAgain, enterCodeAgain,
  };
  return (
    <div className="desk-body">
      <SkipLink />
      <div className={mustSetUp ? 'desk-frame desk-bare' : 'desk-frame'}>
        {mustSetUp ? null : <Side form={form} address={address} places={placesOf(viewer)} counts={await registerCounts(viewer)} proposals={await proposalCount(viewer)} />}
        <div>
          <Top
            form={form} address={address} who={t('who', { name: viewer.name, role: roles.map((one) => role(one)).join(', ') })}
            leave={<LeaveForm action={leave} words={t('signOut')} />} jump={mustSetUp ? null : <Jump path={`/${form}/workspace`} person={viewer.id} />}
          />
          <main className="desk-main" id="main">
            <FormWords><DeskForms desk={desk}><SpotDrafts actions={spot}>{children}</SpotDrafts></DeskForms></FormWords>
          </main>
        </div>
      </div>
    </div>
  );
}

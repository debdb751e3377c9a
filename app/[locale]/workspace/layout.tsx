import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { askedAddress } from '#app/asked.ts';
import { holderMark } from '#app/holder.ts';
import { formOfPage } from '#app/shown.ts';
import { holder } from '#app/viewer.ts';
import { DeskForms } from '#components/desk-context.tsx';
import { SpotDrafts } from '#components/fields/spot-actions.tsx';
import { FormWords } from '#components/form-words.tsx';
import { SkipLink } from '#components/frame/skip-link.tsx';
import { SoftLinks } from '#components/frame/soft-links.tsx';
import { isKept, isResumed, pagePlace } from '#components/place.ts';
import { draftsAt } from '#office/draft/read.ts';
import { discard, enterAgain, enterCodeAgain } from './actions.ts';
import { layAgreement, layOrganisation, layProgramme, layProject } from './find/actions.ts';

export const metadata: Metadata = { robots: { index: false } };

const spot = { organisation: layOrganisation, programme: layProgramme, project: layProject, agreement: layAgreement };

type Props = { children: ReactNode; side: ReactNode; top: ReactNode; params: Promise<{ locale: string }> };

/** The frame of the workspace; bare where a second factor must be set up first. Each page asks who is there by itself; a frame alone protects nothing. */
export default async function WorkspaceLayout({ children, side, top, params }: Props) {
  const form = await formOfPage(params);
  const { staff: viewer, mustSetUp } = await holder();
  const address = (await askedAddress()) || `/${form}/workspace`;
  const page = pagePlace(address);
  const drafts = !mustSetUp && isKept(page) ? await draftsAt(viewer, page) : [];
  const desk = {
    page, drafts: drafts.map(({ place, typed, savedAt }) => ({ place, typed, savedAt: savedAt.toISOString() })),
    resumed: isResumed(address), asked: address, who: viewer.id, holder: holderMark(viewer.id), discard, enterAgain, enterCodeAgain,
  };
  return (
    <div className="desk-body">
      <SkipLink />
      <SoftLinks />
      <div className={mustSetUp ? 'desk-frame desk-bare' : 'desk-frame'}>
        {side}
        <div>
          {top}
          <main className="desk-main" id="main" tabIndex={-1}>
            <FormWords><DeskForms desk={desk}><SpotDrafts actions={spot}>{children}</SpotDrafts></DeskForms></FormWords>
          </main>
        </div>
      </div>
    </div>
  );
}

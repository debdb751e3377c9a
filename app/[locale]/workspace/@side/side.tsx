import { askedAddress } from '#app/asked.ts';
import { registerCounts } from '#app/registers.ts';
import { formOfPage } from '#app/shown.ts';
import { placesOf } from '#app/side-places.ts';
import { holder } from '#app/viewer.ts';
import { Side } from '#components/frame/side.tsx';
import { proposalCount } from '#office/desk/counts.ts';

export type Props = { params: Promise<{ locale: string }> };

/** The navigation beside every page of the workspace; a slot of its own, so that it is drawn anew with each page, its counts too. */
export async function drawSide(params: Props['params']) {
  const form = await formOfPage(params);
  const { staff: viewer, mustSetUp } = await holder();
  if (mustSetUp) return null;
  const address = (await askedAddress()) || `/${form}/workspace`;
  return <Side form={form} address={address} places={placesOf(viewer)} counts={await registerCounts(viewer)} proposals={await proposalCount(viewer)} />;
}

import { recordOf, type RecordPage } from '#app/record-page.tsx';
import { belgradeToday } from '#messages/dates.ts';
import type { Facts } from '#office/agreement/agreement.ts';
import { agreementById, type AgreementRecord } from '#office/agreement/read.ts';
import { termsOf } from '#office/agreement/situation.ts';

export type AgreementPage = RecordPage & { agreement: AgreementRecord; today: string };

/** What a page about one agreement needs; null where it is not there for this viewer. */
export async function agreementPage(params: Promise<{ locale: string; id: string }>): Promise<AgreementPage | null> {
  const page = await recordOf('agreements', params);
  const today = belgradeToday(new Date());
  const agreement = page && await agreementById(page.viewer, page.record.id, today);
  return page && agreement && { ...page, agreement, today };
}

/** What the rules look at of an agreement that was read. */
export function factsOf(agreement: AgreementRecord): Facts {
  return { terms: termsOf(agreement), parties: agreement.parties as Facts['parties'], acts: agreement.acts as Facts['acts'] };
}

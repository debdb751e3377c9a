import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { change } from '#db/schema/ledger.ts';

/** Whether a form of this one-time id is in the ledger already: what comes once more is the same form, pressed twice. */
export async function isEntered(requestId: string | undefined): Promise<boolean> {
  return requestId !== undefined && await reader().$count(change, eq(change.requestId, requestId)) > 0;
}

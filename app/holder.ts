import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret, openingSecrets } from '#app/auth-secret.ts';

/**
 * A mark that a form of the workspace carries: whose it is. With it what was typed can be kept for that person when the session
 * has ended, and is never saved by, nor shown to, another who has signed in since. It opens nothing and reads nothing. Thirty-one days.
 */
export function holderMark(personId: string, now = Date.now()): string {
  const until = Math.floor(now / day) + 31;
  return `${personId}.${until}.${seal(personId, until, authSecret())}`;
}

/** The person whose form it is; null where the mark is none of ours, or too old. */
export function holderOf(mark: string | undefined, now = Date.now()): string | null {
  const [personId = '', until = '', given = ''] = (mark ?? '').split('.');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId) || !/^\d{1,7}$/.test(until) || Number(until) < now / day) return null;
  const told = Buffer.from(given);
  const isOurs = openingSecrets().some((secret) => {
    const own = Buffer.from(seal(personId, Number(until), secret));
    return own.length === told.length && timingSafeEqual(own, told);
  });
  return isOurs ? personId : null;
}

const day = 86_400_000;

function seal(personId: string, until: number, secret: string): string {
  return createHmac('sha256', secret).update(`povelja form of ${personId} until ${until}`).digest('base64url');
}

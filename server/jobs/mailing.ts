import words from '#messages/en.json' with { type: 'json' };
import { beginHandover, retire, settle, sweepLetters, takeUp, type Ending } from '#office/mail/sending.ts';
import type { Mail } from '#server/mail-config.ts';
import { deliver, type Patience } from '#server/mailing/deliver.ts';
import { startClock, type Job } from './clock.ts';

/** What keeps all letters from going, and not this one: it is tried again with one letter at a time, not with all. */
const ofTheServer: readonly Ending['fault'][] = ['away', 'silent', 'unsafe', 'login'];

/**
 * Hands over the letters that are due, one after the other. Without a mail server they stay where they are, and only what is over is
 * seen to. A fault is one line that names neither address nor contents.
 */
export function startMailing({ mail, log, pause = 2_000, rest = 30_000, patience }: { mail: Mail | undefined; log: (line: string) => void; pause?: number; rest?: number; patience?: Patience }): Job {
  let sweptAt = -Infinity; // as quietUntil by a clock that nobody puts forward or back
  let quietUntil = 0;
  return startClock({
    name: 'The sending of letters', pause, log,
    turn: async (closing) => {
      const told: string[] = [];
      if (performance.now() - sweptAt > 3_600_000) {
        sweptAt = performance.now();
        const swept = await sweepLetters();
        if (swept > 0) told.push(`Letters that were over were swept: ${swept}.`);
      }
      await retire();
      if (mail && performance.now() >= quietUntil) {
        const { sent, fault, reply } = await sendDue(mail, closing, patience);
        if (sent > 0) told.push(`Letters sent: ${sent}.`);
        if (fault) told.push(`A letter could not be sent: ${words.outbox.faults[fault]}${reply ? ` (${reply})` : ''}; it ${fault === 'refused' ? 'is not tried again' : 'waits'}.`);
        if (ofTheServer.includes(fault)) quietUntil = performance.now() + rest;
      }
      return told.join(' ') || undefined;
    },
  });
}

/** Sends what is due; stops where the mail server is of no use now, and answers with the last fault. */
export async function sendDue(mail: Mail, closing: AbortSignal, patience?: Patience): Promise<Ending & { readonly sent: number }> {
  let sent = 0;
  let last: Ending = { fault: null };
  while (!closing.aborted) {
    const letter = await takeUp();
    if (!letter) break;
    if (letter === 'over') continue;
    const ending = await deliver(mail, letter, () => beginHandover(letter.id), patience);
    await settle(letter.id, ending);
    if (ending.fault === null) sent += 1;
    else last = ending;
    if (ofTheServer.includes(ending.fault)) break;
  }
  return { ...last, sent };
}

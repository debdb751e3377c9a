import { writeDay, writeInstant } from '#messages/dates.ts';
import { textIn, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { NoBackup } from '#office/audit/backups.ts';
import { issuesInWords } from '#office/issues-in-words.ts';
import type { Missed } from '#office/missed-publication.ts';
import type { Unscheduled } from '#office/unscheduled.ts';
import type { LetterKind } from './mail.ts';
import { reminderWords, type ReminderLine } from '#messages/reminder-words.ts';

/** All that a letter is put into words from. `link` is the whole address with its secret; `site` is the origin of the register. */
export type Facts = {
  readonly kind: LetterKind;
  readonly form: WrittenForm;
  readonly site: string;
  /** When its cause was. */
  readonly at: Date;
  /** ISO day. */
  readonly due: string | null;
  readonly said: Readonly<Record<string, unknown>>;
  readonly link: { readonly address: string; readonly until: Date } | null;
};
export type Worded = { readonly subject: string; readonly text: string };

/**
 * A letter in its reader's written form: plain text and nothing else, so that nothing in a record can become a picture, a form or a
 * hidden address in somebody's mailbox, and every link stands there as it is. A subject is always one line.
 */
export function putIntoWords(facts: Facts): Worded {
  const say = words(facts.form, 'letters');
  const { subject, paragraphs } = told(facts, say);
  return { subject: oneLine(subject), text: plain([say('hello'), ...paragraphs, `-- \n${say('sign', { site: facts.site })}`].join('\n\n')) };
}

type Say = ReturnType<typeof words>;
type Told = { subject: string; paragraphs: string[] };

function told({ kind, form, site, at, due, said, link }: Facts, say: Say): Told {
  const subject = kind === 'reminders' ? '' : say(`${kind}.subject`, { day: due ? writeDay(due, form) : '' });
  switch (kind) {
    case 'invitation':
    case 'reset':
      return { subject, paragraphs: [say(`${kind}.body`), opens(link, form, say), say(`${kind}.after`)] };
    case 'reminders':
      return digest(said as Digest, { form, site, due: due ?? '' }, say);
    case 'publicationMissed':
      return { subject, paragraphs: missed(said as Missed, { form, site }, say) };
    case 'publicationOff':
      return { subject, paragraphs: off(said as Unscheduled, { form, site }, say) };
    case 'noBackup':
      return { subject, paragraphs: withoutBackup(said as WithoutBackup, { form, site }, say) };
    case 'ledgerHead':
      return { subject, paragraphs: head(said.head, due ? writeDay(due, form, 'sentence') : '', say) };
    case 'trial':
      return { subject, paragraphs: [say('trial.body')] };
    default:
      return { subject, paragraphs: [say(`${kind}.body`, { at: writeInstant(at, form, 'sentence') }), say('notYou')] };
  }
}

function opens(link: Facts['link'], form: WrittenForm, say: Say): string {
  return link ? say('opens', { link: link.address, until: writeInstant(link.until, form, 'sentence') }) : '';
}

/** What a morning's letter says: what is new, and how much waits besides. `place` is an address below the written form. */
export type Digest = { readonly lines: readonly (ReminderLine & { readonly code: string; readonly title: LocalText | null; readonly place: string; readonly because: string })[]; readonly more: number };

function digest({ lines, more }: Digest, { form, site, due }: { form: WrittenForm; site: string; due: string }, say: Say): Told {
  const said = lines.map((line) => [
    `* ${called(line.title, line.code, form)}`,
    `  ${reminderWords(line, due, form)}`, `  ${say(`reminders.because.${line.because}`)}`, `  ${site}/${form}${line.place}`,
  ].join('\n'));
  const desk = `${site}/${form}/workspace`;
  return {
    subject: `${say('reminders.subject', { count: lines.length })}, ${writeDay(due, form, 'table')}`,
    paragraphs: [
      say('reminders.body', { count: lines.length }), ...said, ...(more > 0 ? [`${say('reminders.more', { count: more })}\n${desk}`] : []),
      say('reminders.seen'), `${say('reminders.off')}\n${desk}/me/mail`,
    ],
  };
}

function missed({ at, code, title, place, issues }: Missed, { form, site }: { form: WrittenForm; site: string }, say: Say): string[] {
  return [
    say('publicationMissed.body', { when: writeInstant(new Date(at), form, 'sentence') }),
    `* ${called(title, code, form)}\n  ${site}/${form}${place}`,
    issuesInWords(issues, form).map(oneLine).join('\n'),
    `${say('publicationMissed.after')}\n${site}/${form}/workspace`,
  ];
}

function off({ at, code, title }: Unscheduled, { form, site }: { form: WrittenForm; site: string }, say: Say): string[] {
  return [
    say('publicationOff.body', { when: writeInstant(new Date(at), form, 'sentence') }),
    `* ${called(title, code, form)}`,
    `${say('publicationOff.after')}\n${site}/${form}/workspace`,
  ];
}

/** `since` as ISO instant; null where none ever succeeded. */
type WithoutBackup = { readonly since?: string | null; readonly why?: NoBackup };

function withoutBackup({ since, why }: WithoutBackup, { form, site }: { form: WrittenForm; site: string }, say: Say): string[] {
  const desk = words(form, 'desk.backups');
  return [
    say(`noBackup.${since ? 'since' : 'never'}${why === 'untried' ? 'Untried' : ''}`, { when: since ? writeInstant(new Date(since), form, 'sentence') : '' }),
    `${desk(`why.${why ?? 'other'}`)} ${desk('lost')}`, `${say(why === 'untried' ? 'noBackup.afterUntried' : 'noBackup.after')}\n${site}/${form}/workspace`,
  ];
}

function called(title: LocalText | null, code: string, form: WrittenForm): string {
  return [oneLine(textIn(title, form)), code].filter(Boolean).join(' · ');
}

function head(sealed: unknown, day: string, say: Say): string[] {
  if (typeof sealed !== 'string') return [say('ledgerHead.empty')];
  return [say('ledgerHead.body', { day }), sealed, say('ledgerHead.keep'), say('ledgerHead.how'), `npm run ledger:verify -- ${sealed}`];
}

/** No sign that ends a line, moves the cursor or turns the direction of writing; what else is there stays. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200E\u200F\s]+/gu, ' ').trim().slice(0, 200);
}

/** A line break stays one; the rest of what no reader sees goes. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\p{Zl}\p{Zp}]/gu, '\n').replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]|(?!\n)\p{Cc}/gu, '');
}

import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { Ending, Taken } from '#office/mail/sending.ts';
import type { Mail } from '#server/mail-config.ts';

/** Milliseconds: for a name to be found and a line to open, for the greeting, for each answer, and for all of it. */
export type Patience = { readonly connect: number; readonly greeting: number; readonly answer: number; readonly whole: number };
const usual: Patience = { connect: 10_000, greeting: 10_000, answer: 30_000, whole: 90_000 };

/**
 * Hands one letter to the mail server, over a line of its own, and answers how that ended; it never throws. `begin` is waited
 * for when the server is ready for the letter and before its first byte; where it says no, nothing goes.
 */
export async function deliver(mail: Mail, letter: Taken, begin: () => Promise<boolean>, patience: Patience = usual): Promise<Ending> {
  try {
    const message = await compose(mail, letter);
    return await handOver(mail, letter, message, begin, patience);
  } catch {
    return { fault: 'broken' };
  }
}

/** One recipient, one part, UTF-8; the Message-ID is the row's, whenever it goes. */
function compose({ from }: Mail, { to, subject, text, messageId, form }: Taken): Promise<Buffer> {
  return new MailComposer({
    from: { name: 'Povelja', address: from }, to: { name: '', address: to }, subject, text, messageId, disableFileAccess: true, disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': form },
  }).compile().build();
}

async function handOver(mail: Mail, { to }: Taken, message: Buffer, begin: () => Promise<boolean>, patience: Patience): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const line = new SMTPConnection({
    host: mail.host, port: mail.port, secure: mail.tls === 'at once', requireTLS: mail.tls === 'starttls', ignoreTLS: mail.tls === 'none', tls: { minVersion: 'TLSv1.2' },
    dnsTimeout: patience.connect, connectionTimeout: patience.connect, greetingTimeout: patience.greeting, socketTimeout: patience.answer, logger: false,
  });
  let step: Step = 'arriving';
  const end = (error: SMTPConnection.SMTPError | null): void => resolve(error ? { fault: faultOf(error, step), ...(error.responseCode ? { reply: error.responseCode } : {}) } : { fault: null });
  const late = setTimeout(() => end(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), patience.whole);
  line.on('error', end);
  line.on('end', () => end(Object.assign(new Error('ended'), { code: 'ECONNECTION' })));
  const send = (): void => {
    const pages = paged(message, begin, (now) => { step = now; });
    line.send({ from: mail.from, to: [to], size: message.length }, pages, (error) => {
      if (error) pages.destroy();
      end(error);
    });
  };
  line.connect((error) => {
    if (error) return end(error);
    step = 'asking';
    if (!mail.login) return send();
    line.login({ credentials: mail.login, ...mail.login }, (refused) => (refused ? end(refused) : send()));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    line.close();
  }
}

/** `held`: the server is ready, and it is being noted that we begin; `given`: the letter was handed to the line, to its last byte as far as we know. */
type Step = 'arriving' | 'asking' | 'held' | 'given';

/** The letter as a stream that is first read when the server has said that it is ready. */
function paged(message: Buffer, begin: () => Promise<boolean>, step: (now: Step) => void): Readable {
  return Readable.from((async function* pages() {
    step('held');
    if (!await begin()) throw new Error('held');
    step('given');
    yield message;
  })(), { objectMode: false });
}

/** Why it did not go, of what nodemailer calls an error; a server's own words may name people and are not kept. */
function faultOf({ code, command, message, responseCode }: SMTPConnection.SMTPError, step: Step): NonNullable<Ending['fault']> {
  if (step === 'held') return 'away';
  if (code === 'EAUTH' || (command === 'MAIL FROM' && (responseCode ?? 0) >= 500)) return 'login';
  if (code === 'ETLS' || (step === 'arriving' && /certificate|\bSSL|\bTLS|altnames/i.test(message))) return 'unsafe';
  if (responseCode && code !== 'ECONNECTION') return responseCode >= 500 && step !== 'arriving' ? 'refused' : 'later';
  if (step === 'given') return 'unclear';
  return code === 'ETIMEDOUT' ? 'silent' : 'away';
}

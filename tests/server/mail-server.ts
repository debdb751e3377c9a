import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import type { Mail } from '#server/mail-config.ts';

/** What a mail server of a spec has taken, each as it came over the line. */
export type Came = { readonly from: string; readonly to: readonly string[]; readonly text: string };
export type MailServer = { readonly mail: Mail; readonly came: Came[]; readonly lines: () => number; close(): Promise<void> };
type Manners = Partial<SMTPServerOptions> & {
  /** Instead of taking a letter whose last byte has come. */
  readonly atEnd?: (cut: () => void, done: (error?: Error | null) => void) => void;
};

/** A mail server on a free port of this machine, with manners of its own; it takes letters without encryption and without a name. */
export async function mailServer({ atEnd, ...manners }: Manners = {}, mail: Partial<Mail> = {}): Promise<MailServer> {
  const came: Came[] = [];
  const sockets = new Set<Socket>();
  let lines = 0;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 100,
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => void pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        came.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text: Buffer.concat(pieces).toString('utf8') });
        if (atEnd) atEnd(() => sockets.forEach((socket) => socket.destroy()), done);
        else done();
      });
    },
    ...manners,
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    lines += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    came, lines: () => lines,
    mail: { host: '127.0.0.1', port, tls: 'none', login: undefined, from: 'povelja@povelja.example', auditor: undefined, ...mail },
    close: () => new Promise((resolve) => { sockets.forEach((socket) => socket.destroy()); server.close(() => resolve()); }),
  };
}

/** A letter as its recipient reads it: header fields, and the text with its encoding undone. */
export function opened(text: string): { readonly head: string; readonly subject: string; readonly body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const encoding = /^Content-Transfer-Encoding: (.*)$/im.exec(unfolded)?.[1] ?? '7bit';
  const raw = rest.join('\r\n\r\n');
  const body = encoding === 'base64' ? Buffer.from(raw, 'base64').toString('utf8') : encoding === 'quoted-printable' ? unquoted(raw.replaceAll('=\r\n', '')) : raw;
  const subject = (/^Subject: (.*)$/im.exec(unfolded)?.[1] ?? '').replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_whole, kind: string, piece: string) => (kind.toLowerCase() === 'b' ? Buffer.from(piece, 'base64').toString('latin1') : Buffer.from(unquotedBytes(piece.replaceAll('_', ' ')), 'latin1').toString('latin1')));
  return { head: unfolded, subject: Buffer.from(subject, 'latin1').toString('utf8'), body: body.replaceAll('\r\n', '\n') };
}

function unquoted(text: string): string {
  return Buffer.from(unquotedBytes(text), 'latin1').toString('utf8');
}

function unquotedBytes(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

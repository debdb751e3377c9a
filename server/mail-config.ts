import { isPlainAddress } from '#office/mail/mail.ts';

/** Where letters are handed over, and from whom they are. `tls`: from the first byte, from STARTTLS on, or, on this machine alone, not at all. */
export type Mail = {
  readonly host: string;
  readonly port: number;
  readonly tls: 'at once' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly from: string;
  /** Who gets the head of the ledger every day. */
  readonly auditor: string | undefined;
};

/** Undefined where no letters go out. `complain` gets one plain sentence for each variable that is wrong; none repeats a password. */
export function mailIn(read: (name: string) => string | undefined, complain: (line: string) => void): Mail | undefined {
  const [address, from, auditor] = [read('SMTP_URL'), read('MAIL_FROM'), read('AUDITOR_EMAIL')];
  for (const [name, text] of [['MAIL_FROM', from], ['AUDITOR_EMAIL', auditor]] as const) {
    if (text !== undefined && !isPlainAddress(text)) complain(`${name} must be one e-mail address, without a name; it is "${text}".`);
  }
  if (address === undefined) {
    for (const [name, text] of [['MAIL_FROM', from], ['AUDITOR_EMAIL', auditor]] as const) {
      if (text !== undefined) complain(`${name} is set without SMTP_URL, so no letter would go out; set both, or neither.`);
    }
    return undefined;
  }
  if (from === undefined) complain('SMTP_URL is set without MAIL_FROM, the address that letters come from.');
  const server = serverIn(address);
  if (!server) complain('SMTP_URL must look like smtps://name:password@mail.example, or smtp://name:password@mail.example:587, with signs such as @ and / in the password written as %40 and %2F.');
  return server && from !== undefined ? { ...server, from, auditor } : undefined;
}

function serverIn(text: string): Pick<Mail, 'host' | 'port' | 'tls' | 'login'> | null {
  const url = URL.parse(text);
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname || !['', '/'].includes(url.pathname) || url.search || url.hash) return null;
  if (url.password && !url.username) return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const atOnce = url.protocol === 'smtps:';
  const login = loginIn(url);
  if (login === null) return null;
  return { host, port: Number(url.port) || (atOnce ? 465 : 587), tls: atOnce ? 'at once' : isThisMachine(host) ? 'none' : 'starttls', login };
}

/** Null where what is written cannot be read, or could end a line. */
function loginIn({ username, password }: URL): Mail['login'] | null {
  if (!username) return undefined;
  try {
    const login = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    return Object.values(login).some((text) => /\p{Cc}/u.test(text)) ? null : login;
  } catch {
    return null;
  }
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host);
}

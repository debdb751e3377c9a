import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

export type Account = { uid: number; gid: number };

/**
 * As whom Postgres runs. Postgres refuses to run as root, so root lends it an unprivileged account: the owner of `cluster` where that
 * is there, else `povelja`, else the system's `postgres`, else a `povelja` made now. Anyone else runs it as himself: undefined.
 */
export function accountForPostgres(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(cluster) ?? idOf('povelja') ?? idOf('postgres') ?? createAccount();
}

function ownerOf(cluster: string): Account | undefined {
  const found = statSync(cluster, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function idOf(name: string): Account | undefined {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function createAccount(): Account {
  const commands: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'povelja']],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'povelja']], // busybox
  ];
  for (const [command, args] of commands) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const account = idOf('povelja');
    if (account) return account;
  }
  throw new Error(
    'Postgres does not run as root, and no account could be made for it. Start Povelja as an ordinary user, or create a system user named "povelja".',
  );
}

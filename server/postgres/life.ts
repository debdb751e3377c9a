import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this number runs now, whoever owns it. One that has ended and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  return hasNumber(pid) && statOf(pid)?.[0] !== 'Z';
}

/** Whether the number is taken, be it by a process that has ended: Postgres looks no further than this. */
export function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What tells this process from a later one with the same number: when it was born. Empty where it no longer runs. */
export function birthOf(pid: number): string {
  if (process.platform === 'linux') {
    const started = statOf(pid)?.[19];
    return started ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${started}` : '';
  }
  return commandOutput('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** The command line of a process; empty where it cannot be known. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return commandOutput('ps', ['-o', 'command=', '-p', String(pid)]);
}

// The fields after the name, which may itself hold spaces and brackets: state first, birth twentieth.
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function commandOutput(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

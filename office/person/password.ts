import { hash, verify } from '@node-rs/argon2';

// argon2id after OWASP: 19 MiB, two passes, one lane (SAFETY section 3). 2 is Algorithm.Argon2id, a const enum that Node cannot read.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 4;

type Queue = { running: number; waiting: (() => void)[] };
const shared = globalThis as { [key: symbol]: Queue | undefined };
const queue: Queue = (shared[Symbol.for('povelja.hashes')] ??= { running: 0, waiting: [] });

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(prepared(password), cost));
}

/** False for a wrong password; with no hash at hand it does the same work, so that time tells nothing of who exists. */
export async function passwordFits(password: string, held: string | null): Promise<boolean> {
  const fits = await inTurn(async () => verify(held ?? await dummy(), prepared(password)));
  return fits && held !== null;
}

let made: Promise<string> | undefined;
function dummy(): Promise<string> {
  made ??= hash('nobody has this password', cost);
  return made;
}

/** NIST 800-63B section 5.1.1.2: the same characters typed another way are the same password. */
function prepared(password: string): string {
  return password.normalize('NFKC');
}

/** At most four hashes at once, so that a burst of sign-ins cannot take all memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.running >= atOnce) await new Promise<void>((resolve) => { queue.waiting.push(resolve); });
  else queue.running += 1;
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}

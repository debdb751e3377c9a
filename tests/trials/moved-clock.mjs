// Preloaded by `--import`, for trials alone: the clock of this process runs as many milliseconds ahead of the machine's (behind, where negative) as
// stands in the file that MOVED_CLOCK names. What counts with `performance.now()`, timers among it, goes on as it was, as on a machine whose clock is put.
import { readFileSync } from 'node:fs';

const Real = Date;
const file = process.env.MOVED_CLOCK ?? '';
let [apart, readAt] = [0, -Infinity];

function moved() {
  const at = performance.now();
  if (at - readAt > 20) {
    readAt = at;
    apart = Number(readFileSync(file, 'utf8'));
  }
  return Real.now() + apart;
}

const Moved = new Proxy(Real, {
  construct: (target, given, asked) => Reflect.construct(target, given.length > 0 ? given : [moved()], asked === Moved ? target : asked),
  apply: () => new Real(moved()).toString(),
  get: (target, key) => (key === 'now' ? moved : Reflect.get(target, key)),
});
Real.prototype.constructor = Moved;
globalThis.Date = Moved;

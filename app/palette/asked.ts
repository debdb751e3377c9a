import { isRegister, registers } from '#app/registers.ts';
import type { Visited } from './answer.ts';

const mostVisited = 8;

/** What the browser remembers, as `agreements.<id>` one after the other; whatever is no such thing is passed over. */
export function visitedIn(written: string): Visited[] {
  return written.split(' ').slice(0, mostVisited).flatMap((one) => {
    const [, register = '', id = ''] = /^([a-z]+)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(one) ?? [];
    return isRegister(register) ? [{ noun: registers[register].noun, id }] : [];
  });
}

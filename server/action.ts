/**
 * Whether a posted form calls a server action in a way that Next can read. Next answers 500 where its
 * decoder throws, so what could make it throw is found here. The encoding is React's
 * (`encodeReply` and the hidden fields of a form with an action; react-server-dom 19.3).
 */
export type Vetted = 'sound' | 'no action' | 'malformed';

export const actionId = /^[0-9a-f]{40,44}$/;

/** Without scripts the action stands in hidden fields: `$ACTION_ID_…`, or `$ACTION_REF_n` with `$ACTION_n:0` and on. */
export function vetPlainCall(form: FormData): Vetted {
  const names = [...form.keys()];
  const direct = names.filter((name) => name.startsWith('$ACTION_ID_'));
  const bound = names.filter((name) => name.startsWith('$ACTION_REF_'));
  if (direct.length + bound.length !== 1) return 'no action';
  const sound =
    direct.every((name) => actionId.test(name.slice('$ACTION_ID_'.length))) &&
    bound.every((name) => isBoundCall(form, `$ACTION_${name.slice('$ACTION_REF_'.length)}:`));
  return sound ? 'sound' : 'malformed';
}

/** With scripts the arguments stand in field `0`. Every action here takes the state and then the form (`act`), which is `$K`. */
export function vetScriptedCall(form: FormData): Vetted {
  const args = json(form.get('0'));
  if (!Array.isArray(args) || args.length !== 2 || !/^\$K[0-9a-f]{1,4}$/.test(String(args[1]))) return 'malformed';
  const alone = [...form.keys()].every((name) => name === '0' || !/^\d+$/.test(name));
  return alone && isReadable([args[0]], { number: 0, value: args }) ? 'sound' : 'malformed';
}

function isBoundCall(form: FormData, prefix: string): boolean {
  const called = json(form.get(`${prefix}0`));
  if (typeof called !== 'object' || called === null || !('id' in called) || !('bound' in called)) return false;
  if (typeof called.id !== 'string' || !actionId.test(called.id)) return false;
  const rows = [...form.keys()].filter((name) => name.startsWith(prefix)).length;
  if (called.bound === null) return rows === 1;
  if (typeof called.bound !== 'string' || !/^\$@[0-9a-f]{1,4}$/.test(called.bound)) return false;
  const number = parseInt(called.bound.slice(2), 16);
  const args = json(form.get(`${prefix}${number}`));
  return rows === 2 && Array.isArray(args) && args.length > 0 && args.length < 8 && isReadable(args, { number, value: args });
}

/** What a form of this site carries is plain JSON in one row; only other kinds of values would need rows of their own. */
type Row = { number: number; value: unknown };

/** Deeper than any state of a form, and far from where Next's decoder runs out of stack. */
const deepest = 24;

/** Strings with a dollar sign before them are values that JSON has not, or references; two dollar signs are one, escaped. */
function isReadable(value: unknown, row: Row, depth = 0): boolean {
  if (depth > deepest) return false;
  if (typeof value === 'object' && value !== null) return Object.values(value).every((part) => isReadable(part, row, depth + 1));
  if (typeof value !== 'string') return value !== undefined;
  if (!value.startsWith('$') || /^\$(\$.*|undefined|NaN|-?Infinity|-0|D[\d:.TZ+-]{1,40}|n-?\d{1,299})$/s.test(value)) return true;
  return leads(value.slice(1), row);
}

/** A reference names a place in its own row (`0:0:values`). */
function leads(reference: string, { number, value }: Row): boolean {
  const [row = '', ...steps] = reference.split(':');
  if (!/^[0-9a-f]{1,4}$/.test(row) || parseInt(row, 16) !== number || steps.length > deepest) return false;
  let place = value;
  for (const step of steps) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, step)) return false;
    place = (place as Record<string, unknown>)[step];
  }
  return place !== undefined;
}

/** The value of a JSON text, or undefined where it is none. */
export function json(text: FormDataEntryValue | null): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

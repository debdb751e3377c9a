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
  return isReadable(args[0], (reference) => leads(form, '', reference)) ? 'sound' : 'malformed';
}

function isBoundCall(form: FormData, prefix: string): boolean {
  const called = json(form.get(`${prefix}0`));
  if (typeof called !== 'object' || called === null || !('id' in called) || !('bound' in called)) return false;
  if (typeof called.id !== 'string' || !actionId.test(called.id)) return false;
  if (called.bound === null) return true;
  if (typeof called.bound !== 'string' || !/^\$@[0-9a-f]{1,4}$/.test(called.bound)) return false;
  const args = json(form.get(`${prefix}${parseInt(called.bound.slice(2), 16)}`));
  if (!Array.isArray(args) || args.length === 0) return false;
  const rows = [...form.keys()].filter((name) => name.startsWith(prefix)).slice(1);
  return rows.every((row) => isReadable(json(form.get(row)), (reference) => leads(form, prefix, reference)));
}

/** Strings with a dollar sign before them are values that JSON has not, or references; two dollar signs are one, escaped. */
function isReadable(value: unknown, leadsOn: (reference: string) => boolean): boolean {
  if (Array.isArray(value)) return value.every((part) => isReadable(part, leadsOn));
  if (typeof value === 'object' && value !== null) return Object.values(value).every((part) => isReadable(part, leadsOn));
  if (typeof value !== 'string') return value !== undefined;
  if (!value.startsWith('$') || /^\$(\$.*|undefined|NaN|-?Infinity|-0|D[\d:.TZ+-]{1,40}|n-?\d{1,299})$/s.test(value)) return true;
  return leadsOn(value.slice(1));
}

/** A reference names a row, or a place in one (`0:0:values`). */
function leads(form: FormData, prefix: string, reference: string): boolean {
  const [row = '', ...steps] = reference.split(':');
  if (!/^[0-9a-f]{1,4}$/.test(row)) return false;
  let place = json(form.get(`${prefix}${parseInt(row, 16)}`));
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

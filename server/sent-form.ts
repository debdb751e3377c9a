/** A form as a page without scripts has sent it, for its reader to send again where nobody could take it. */
export type SentForm = { readonly address: string; readonly fields: readonly (readonly [name: string, value: string])[]; /** Files came along, which nobody keeps: they are to be chosen again. */ readonly hadFiles?: true };

/** Reads a posted form back; null where it is none, or holds a password, which is never sent back. */
export async function sentForm(address: string, type: string, body: Buffer): Promise<SentForm | null> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
    return fields.some(([name]) => /password/i.test(name)) ? null : { address, fields };
  } catch {
    return null;
  }
}

/** What a person has written of it: no marks, codes, ids and numbers of the form's own. */
export function textsOf(fields: SentForm['fields']): string[] {
  const own = fields.filter(([name, value]) => !/^\$ACTION|^(?:opened|holder|draft|request|id|version)$|\.rows$/.test(name) && /\p{L}/u.test(value));
  return own.map(([, value]) => value.trim()).filter((value) => !/^[a-z_-]+$|^[0-9a-f-]{36}$|^sr-(?:Cyrl|Latn)$/.test(value));
}

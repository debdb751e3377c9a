export type Encoding = 'UTF-8' | 'UTF-16' | 'windows-1250' | 'windows-1251';

/** The text of a file of plain characters, and in which encoding it was written; null where it holds what no text holds. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const [label, encoding] = encodingOf(bytes);
  const text = new TextDecoder(label).decode(bytes);
  return text.includes('\0') ? null : { text, encoding };
}

function encodingOf(bytes: Uint8Array): [label: string, encoding: Encoding] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 'UTF-16'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 'UTF-16'];
  const beginning = bytes.subarray(0, 4_000);
  // Latin letters, digits and marks have a nought in every second byte.
  if (noughts(beginning, 1) > beginning.length / 8) return ['utf-16le', 'UTF-16'];
  if (noughts(beginning, 0) > beginning.length / 8) return ['utf-16be', 'UTF-16'];
  if (isUtf8(bytes)) return ['utf-8', 'UTF-8'];
  return isCyrillic(bytes) ? ['windows-1251', 'windows-1251'] : ['windows-1250', 'windows-1250'];
}

function noughts(bytes: Uint8Array, from: 0 | 1): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** In Cyrillic most letters lie in the upper half and stand beside each other; in Latin only š, č and their like do, each alone. */
function isCyrillic(bytes: Uint8Array): boolean {
  let [high, beside] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside += 1;
  }
  return beside > high / 2;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingFor, type Packed } from './compress.ts';

/**
 * Answers kept in memory, bounded by bytes. Room is made by second chance: an answer that was used
 * since the hand last passed is spared once, so a hit costs one assignment and no reordering.
 */
export type Shelf = {
  get(key: string): Packed | undefined;
  put(key: string, packed: Packed): void;
  clear(): void;
  /** Bytes held, with a flat allowance for headers. */
  weight(): number;
};

export function openShelf(bytes: number): Shelf {
  const places = new Map<string, { packed: Packed; used: boolean }>();
  let weight = 0;

  const makeRoom = (): void => {
    for (const [key, place] of places) {
      if (weight <= bytes) return;
      places.delete(key);
      if (place.used) {
        place.used = false;
        places.set(key, place);
      } else {
        weight -= place.packed.weight;
      }
    }
  };

  return {
    get(key) {
      const place = places.get(key);
      if (place === undefined) return undefined;
      place.used = true;
      return place.packed;
    },
    put(key, packed) {
      if (packed.weight > bytes / 4) return;
      weight += packed.weight - (places.get(key)?.packed.weight ?? 0);
      places.delete(key);
      places.set(key, { packed, used: false });
      makeRoom();
    },
    clear() {
      places.clear();
      weight = 0;
    },
    weight: () => weight,
  };
}

/** Writes a packed answer in the reader's encoding: 304 where he has it already, no body to a HEAD. */
export function send(packed: Packed, request: IncomingMessage, response: ServerResponse): void {
  const encoded = packed.encodings[encodingFor(request.headers['accept-encoding'] as string | undefined)];
  const has = request.headers['if-none-match'];
  if (has !== undefined && packed.status === 200 && holds(has, packed.tags)) {
    response.writeHead(304, encoded.unchanged);
    response.end();
    return;
  }
  response.writeHead(packed.status, encoded.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(encoded.body);
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2); a copy in another encoding is the same page. */
function holds(header: string, tags: readonly string[]): boolean {
  if (header === '*') return true;
  return header.split(',').some((part) => tags.includes(part.trim().replace(/^W\//, '')));
}

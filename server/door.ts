import type { IncomingMessage, RequestListener } from 'node:http';
import path from 'node:path';
import { openAsk } from './ask.ts';
import type { Epoch } from './epoch.ts';
import { openFaults } from './error-page.ts';
import { safetyHeaders } from './headers.ts';
import { sendingTime } from './hurry.ts';
import { openLibrary } from './library.ts';
import { openPeers, originsOf } from './peer.ts';
import { openReception } from './reception.ts';
import { securityText } from './security-txt.ts';
import { openStatics } from './statics.ts';
import { withStatuses, type Handler } from './statuses.ts';

export type DoorOptions = {
  next: Handler;
  config: { publicUrl: URL; trustedProxies: readonly string[]; securityContact?: string | undefined };
  dev: boolean;
  epoch: Epoch;
  /** Whether the database answers. */
  ready: () => Promise<boolean>;
  /** Whether it broke off a moment ago: a page that fell over then fell over that, though by now it answers again. */
  shaken?: () => boolean;
  /** The folder of the site, with `.next` and `public`. */
  root?: string;
  /** How much the documents may weigh in memory, in bytes. */
  bytes?: number | undefined;
  /** How long a page may take before its reader gets a 503, in milliseconds; no request may hang ten seconds. */
  patience?: number | undefined;
  /** How long what a reader sends may take to come in whole, uploads apart, in milliseconds. */
  sending?: number | undefined;
};

/** Opens the front door: everything that a reader sends comes in here, and nothing reaches Next unseen. */
export function openDoor(o: DoorOptions): { listener: RequestListener; close(): Promise<void> } {
  const root = o.root ?? path.resolve(import.meta.dirname, '..');
  const safety = safetyHeaders(o.config.publicUrl);
  const next = withStatuses(o.next);
  const patience = o.patience ?? 9_000;
  const ask = openAsk(next, o.config.publicUrl, patience);
  const library = openLibrary({ ask, epoch: o.epoch, safety, bytes: o.bytes ?? 64 * 1_048_576 });
  const receive = openReception({
    next,
    library,
    safety,
    dev: o.dev,
    patience,
    sending: o.sending ?? sendingTime,
    statics: openStatics({ ask, safety, folder: path.join(root, 'public') }),
    faults: openFaults(safety, path.join(root, '.next')),
    peerOf: openPeers(o.config.publicUrl, o.config.trustedProxies),
    ownOrigins: originsOf(o.config.publicUrl),
    securityText: () => (o.config.securityContact === undefined ? undefined : securityText(o.config.securityContact, o.config.publicUrl, new Date())),
    ready: calmly(o.ready),
    shaken: o.shaken ?? (() => false),
  });
  return {
    listener(request, response) {
      // Nobody waits for what a reader sends along with a question.
      if (isRead(request) && (request.headers['content-length'] ?? request.headers['transfer-encoding']) !== undefined) response.shouldKeepAlive = false;
      if (!o.dev && isRead(request) && library.recall(request, response)) return;
      void receive(request, response);
    },
    close: () => ask.close(),
  };
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Asks the database at most twice a second, however many want to know, and takes two silent seconds for no. */
function calmly(ready: () => Promise<boolean>): () => Promise<boolean> {
  let asked = -Infinity;
  let last: Promise<boolean> = Promise.resolve(false);
  return () => {
    if (performance.now() - asked < 500) return last;
    asked = performance.now();
    const silence = Promise.withResolvers<boolean>();
    const timer = setTimeout(silence.resolve, 2_000, false);
    last = Promise.race([ready().catch(() => false), silence.promise]).finally(() => clearTimeout(timer));
    return last;
  };
}

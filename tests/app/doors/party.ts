import { openGround } from './ground.ts';
import { cookiesOf } from './subjects.ts';
import { aimsIn } from './targets.ts';
import type { Party } from './walk-routes.ts';

export type OpenParty = Party & { close(): Promise<void> };

/** A site of its own with everybody who may come and everything that they may come for. */
export async function openParty(): Promise<OpenParty> {
  const ground = await openGround();
  try {
    const aims = await aimsIn(ground.client);
    return { ground, aims, cookies: await cookiesOf(ground, aims.otherProject), close: ground.close };
  } catch (error) {
    await ground.close();
    throw error;
  }
}

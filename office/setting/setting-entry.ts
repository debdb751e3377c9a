import * as z from 'zod';
import { requiredLine, tick } from '#office/entry/pieces.ts';

/** A setting and what it shall be; why is always said. */
export const settingEntry = z.strictObject({ key: requiredLine(60), value: tick, reason: requiredLine(1000) });
export type SettingEntry = z.output<typeof settingEntry>;

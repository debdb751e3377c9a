import * as z from 'zod';
import { requiredLine, tick, wholeNumber } from '#office/entry/pieces.ts';
import { mostDays } from './setting.ts';

/** A setting and what it shall be, `days` where it is a number of them; why is always said. */
export const settingEntry = z.strictObject({ key: requiredLine(60), value: tick, days: wholeNumber({ min: 0, max: mostDays }), reason: requiredLine(1000) });
export type SettingEntry = z.output<typeof settingEntry>;

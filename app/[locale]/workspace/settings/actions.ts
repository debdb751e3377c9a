'use server';

import { act } from '#app/act.ts';
import { settingEntry } from '#office/setting/setting-entry.ts';
import { changeSetting } from '#office/setting/write.ts';

export const change = act({ entry: settingEntry, verb: changeSetting, destination: () => '/workspace/settings' });

'use server';

import { act } from '#app/act.ts';
import { lettersEntry } from '#office/person/entry.ts';
import { chooseLetters } from '#office/person/letters.ts';

export const choose = act({ entry: lettersEntry, verb: chooseLetters, destination: () => '/workspace/me/mail' });

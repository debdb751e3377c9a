'use server';

import * as z from 'zod';
import { act } from '#app/act.ts';
import { onTheSpot } from '#app/on-the-spot.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import * as agreements from '#office/agreement/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import * as organisations from '#office/organisation/write.ts';
import { programmeEntry } from '#office/programme/entry.ts';
import * as programmes from '#office/programme/write.ts';
import { projectEntry } from '#office/project/entry.ts';
import * as projects from '#office/project/write.ts';

export const layOrganisation = act({ entry: z.strictObject({ spot: organisationEntry }), ...onTheSpot('organisation', organisations.draft) });
export const layProgramme = act({ entry: z.strictObject({ spot: programmeEntry }), ...onTheSpot('programme', programmes.draft) });
export const layProject = act({ entry: z.strictObject({ spot: projectEntry }), ...onTheSpot('project', projects.draft) });
export const layAgreement = act({ entry: z.strictObject({ spot: agreementEntry }), ...onTheSpot('agreement', agreements.draft) });

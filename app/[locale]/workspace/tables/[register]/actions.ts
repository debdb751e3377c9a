'use server';

import { act } from '#app/act.ts';
import { doMany, goOnMany, openMany } from '#app/tables/many.ts';
import { placeOfRun } from '#app/tables/place-of-run.ts';
import { dropTableView, keepTableView, renameTableView, tableOfView } from '#app/tables/keep-view.ts';
import { chosenEntry, detailsEntries, goOnEntry } from '#office/bulk/entry.ts';
import { goneViewEntry, newViewEntry, viewEntry } from '#office/saved-view/entry.ts';

export const openBulk = act({ entry: chosenEntry, verb: openMany, destination: placeOfRun });

export const assignMany = act({ entry: detailsEntries.assign, verb: doMany, destination: placeOfRun });

export const classifyMany = act({ entry: detailsEntries.classify, verb: doMany, destination: placeOfRun });

export const verifyMany = act({ entry: detailsEntries.verify, verb: doMany, destination: placeOfRun });

export const publishMany = act({ entry: detailsEntries.publish, verb: doMany, destination: placeOfRun });

export const withdrawMany = act({ entry: detailsEntries.withdraw, verb: doMany, destination: placeOfRun });

export const goOnWithMany = act({ entry: goOnEntry, verb: goOnMany, destination: placeOfRun });

export const keepView = act({ entry: newViewEntry, verb: keepTableView, destination: (_done, { entry }) => tableOfView(entry.register, entry.query) });

export const renameView = act({ entry: viewEntry, verb: renameTableView, destination: (_done, { entry }) => `/workspace/tables/${entry.register}/views` });

export const dropView = act({ entry: goneViewEntry, verb: dropTableView, destination: (_done, { entry }) => `/workspace/tables/${entry.register}/views` });

/**
 * A place with its country (ISO 3166-1), its latitude and longitude in degrees of WGS 84, its names in Serbian Cyrillic and
 * English, and further spellings under which it may be entered. Serbian Latin is computed, and search folds both scripts.
 */
export type KnownPlace = readonly [country: string, latitude: number, longitude: number, serbian: string, english: string, ...others: string[]];

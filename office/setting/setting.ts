/** The choices of the office, each with what holds until somebody chooses. */
export const usualSettings = {
  /** What goes before the public takes a second person (decision 0018). */
  four_eyes: false,
  /** Whoever holds the role signs in in two steps (decision 0021). */
  second_factor_admin: false,
  second_factor_publisher: false,
  /** What is published may be used under the terms of the state's Open Data Portal; until it is chosen, the office has not said under which. */
  portal_terms: false,
  /** Days before the last day for notice by which the office wants to have decided. */
  decide_days: 30,
} as const satisfies Record<string, boolean | number>;

/** The terms of the Open Data Portal, made after article 26 of the Law on Electronic Government (Official Gazette 27/2018). */
export const portalTerms = 'https://data.gov.rs/sr/terms/';

export type SettingKey = keyof typeof usualSettings;
/** What a setting holds: switched on or off, or so many days. */
export type SettingValue<K extends SettingKey = SettingKey> = (typeof usualSettings)[K] extends number ? number : (typeof usualSettings)[K] extends boolean ? boolean : boolean | number;
/** The most days that such a setting may have. */
export const mostDays = 365;
export const settingKeys = Object.keys(usualSettings) as SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(usualSettings, key);
}

/** Whether the office chooses a number of days there. */
export function isInDays(key: SettingKey): boolean {
  return typeof usualSettings[key] === 'number';
}

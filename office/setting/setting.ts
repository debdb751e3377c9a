/** The choices of the office, each with what holds until somebody chooses. */
export const usualSettings = {
  /** What goes before the public takes a second person (decision 0018). */
  four_eyes: false,
  /** Whoever holds the role signs in in two steps (decision 0021). */
  second_factor_admin: false,
  second_factor_publisher: false,
  /** What is published may be used under the terms of the state's Open Data Portal; until it is chosen, the office has not said under which. */
  portal_terms: false,
} as const satisfies Record<string, boolean>;

/** The terms of the Open Data Portal, made after article 26 of the Law on Electronic Government (Official Gazette 27/2018). */
export const portalTerms = 'https://data.gov.rs/sr/terms/';

export type SettingKey = keyof typeof usualSettings;
export const settingKeys = Object.keys(usualSettings) as SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(usualSettings, key);
}

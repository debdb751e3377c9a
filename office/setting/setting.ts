/** The choices of the office, each with what holds until somebody chooses. */
export const usualSettings = {
  /** What goes before the public takes a second person (decision 0018). */
  four_eyes: false,
  /** Whoever holds the role signs in in two steps (decision 0021). */
  second_factor_admin: false,
  second_factor_publisher: false,
} as const satisfies Record<string, boolean>;

export type SettingKey = keyof typeof usualSettings;
export const settingKeys = Object.keys(usualSettings) as SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(usualSettings, key);
}

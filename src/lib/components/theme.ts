/** The looks a person can choose, and the cookie that keeps the choice for the server to render. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';
export const THEME_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The theme a form names; `system` for anything else. */
export const readTheme = (value: unknown): Theme => themeFor(value, 'system');

/** What somebody has chosen, by their cookie; until then what the platform's operator has. */
export const themeFor = (chosen: unknown, otherwise: Theme): Theme =>
	THEMES.find((theme) => theme === chosen) ?? otherwise;

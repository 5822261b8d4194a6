/** What journeys through terminals have in common: panes, tabs, and what is typed into them. */
import type { Locator, Page } from '@playwright/test';
import { expect, signUp, startLab, type Platform } from './platform.ts';

/** A folder for pictures of what is tried, to be looked at. */
const SHOTS = process.env.SHOTS;
export const shot = (page: Page, name: string) =>
	SHOTS ? page.screenshot({ path: `${SHOTS}/${name}.png` }) : undefined;

export const pane = (page: Page, title: string) =>
	page.getByRole('group', { name: `Terminal ${title}`, exact: true });
export const rows = (of: Locator) => of.locator('.xterm-rows');
export const tabs = (page: Page) => page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab');
export const tab = (page: Page, name: string) => tabs(page).filter({ hasText: name }).first();

/** The keyboard is in this pane's terminal. */
export const hasKeys = (of: Locator) => expect(of.locator('.xterm-helper-textarea')).toBeFocused();

export async function enter(page: Page, of: Locator, command: string): Promise<void> {
	await of.locator('.xterm-helper-textarea').focus();
	await page.keyboard.type(`${command}\n`);
}

export async function begin(page: Page, platform: Platform, name: string, lab = 'two-hosts'): Promise<void> {
	await signUp(page, platform, name);
	await startLab(page, platform, lab);
}

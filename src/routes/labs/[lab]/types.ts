import type { ActionData, PageData } from './$types';

/** The page's data for somebody who is signed in. */
export type LabData = Extract<PageData, { signedIn: true }>;
export type LabForm = ActionData;

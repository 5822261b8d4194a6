import type { ActionData, PageServerData } from './$types';

/** The page's data for somebody who is signed in. */
export type LabData = Extract<PageServerData, { signedIn: true }>;
export type LabForm = ActionData;

import { partsFor } from './parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({ ...data, parts: await partsFor(data) });

/** Which language a lab is shown in. */
import type { Lab } from '../lab.ts';

/** The lab in the first of these languages that it is there in, else as it was written. */
export function inLanguage(lab: Lab, wanted: readonly string[]): Lab {
	const all = [lab, ...(lab.translations ?? [])];
	for (const tag of wanted) {
		const found =
			all.find(({ language }) => language === tag) ??
			all.find(({ language }) => base(language) === base(tag));
		if (found) return found;
	}
	return lab;
}

const base = (tag = 'en') => tag.split('-')[0]?.toLowerCase();

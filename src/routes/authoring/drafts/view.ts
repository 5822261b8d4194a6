import type { Draft } from '#lib/server/drafts/index.ts';
import { t } from '#lib/words/index.ts';

type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

/** What a list and the draft's own page say of it. */
export function draftView(draft: Draft) {
	const { id, lab, labId, kind, origin, path, commit, owner, broughtAt, published } = draft;
	return {
		...{ id, labId, kind, origin, path, owner, broughtAt },
		commit: commit.slice(0, 12),
		title: lab?.title ?? labId ?? origin,
		version: lab?.version ?? null,
		digest: lab?.digest.slice(0, 12) ?? null,
		state: stateOf(draft),
		published: published && {
			...{ title: published.title, at: draft.publishedAt, version: published.version },
			isNewest: published.digest === lab?.digest
		}
	};
}

function stateOf({ lab, proof, proving, ending }: Draft): { tone: Tone; text: string } {
	if (proving) {
		const text = proving.state === 'waiting' ? t('Waits for its proof') : t('Is being proven');
		return { tone: 'info', text };
	}
	if (!lab) return { tone: 'bad', text: t('To mend') };
	if (ending === 'interrupted') return { tone: 'warn', text: t('Proof was interrupted') };
	if (ending === 'stopped') return { tone: 'warn', text: t('Proof was stopped') };
	if (ending === 'ended') return { tone: 'bad', text: t('Proof could not be made') };
	if (!proof || proof.stale) return { tone: 'neutral', text: t('Not proven yet') };
	return proof.problems.length > 0
		? { tone: 'bad', text: t('Not proven') }
		: { tone: 'good', text: t('Proven') };
}

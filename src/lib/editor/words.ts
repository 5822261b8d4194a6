/** What the editor itself says, its search above all, in the language of who reads; its own English is the key. */
import { t } from '#lib/words/index.ts';

export const editorWords = (): Record<string, string> => ({
	...{
		Find: t('Find ## match'),
		Replace: t('Replace'),
		next: t('next ## match'),
		previous: t('previous ## match')
	},
	...{
		all: t('all ## matches'),
		'match case': t('match case'),
		regexp: t('regexp'),
		'by word': t('by word')
	},
	...{ replace: t('replace ## match'), 'replace all': t('replace all'), close: t('close ## search') },
	...{ 'Go to line': t('Go to line'), go: t('go ## to a line') },
	...{ 'current match': t('current match'), 'on line': t('on line') },
	'replaced match on line $': t('replaced match on line $'),
	'replaced $ matches': t('replaced $ matches'),
	...{ 'Selection deleted': t('Selection deleted'), 'Control character': t('Control character') }
});

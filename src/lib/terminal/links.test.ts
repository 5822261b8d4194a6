import { expect, it } from 'vitest';
import { kindOf } from './links.ts';

it.each([
	['https://example.org/a?b', 'page'],
	['HTTP://10.0.0.1:8080', 'page'],
	['mailto:ada@example.org', 'other'],
	['ssh://box', 'other'],
	['javascript:alert(1)', 'refused'],
	['data:text/html,<script>', 'refused'],
	['file:///etc/passwd', 'refused'],
	['vbscript:x', 'refused'],
	['not an address', 'refused']
])('%s is a link of kind %s', (address, kind) => expect(kindOf(address)).toBe(kind));

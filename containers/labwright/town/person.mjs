/**
 * Somebody who learns here, without a browser: presses the same forms and opens the same terminals.
 * For the labs about running Labwright, whose towns are full of them.
 */
import { request } from 'node:http';
import { WebSocket } from '/opt/labwright/spring/node_modules/ws/wrapper.mjs';

/** An answer that does not come within this is none. */
const PATIENCE = 20_000;

export class Person {
	/** @param {{ at: string, origin: string, name: string, cookie?: string }} who `at` is host:port */
	constructor({ at, origin, name, cookie = '' }) {
		Object.assign(this, { at, origin, name, cookie });
	}

	/** @returns {Promise<{ status: number, text: string, cookies: string[] }>} */
	async ask(path, fields) {
		const [host, port] = this.at.split(':');
		const body = fields && new URLSearchParams(fields).toString();
		const headers = {
			...{ host: new URL(this.origin).host, cookie: this.cookie, accept: 'text/html' },
			...(fields && { origin: this.origin, 'content-type': 'application/x-www-form-urlencoded' }),
			...(path.includes('?/') && { accept: 'application/json', 'x-sveltekit-action': 'true' })
		};
		const answer = await new Promise((resolve, reject) => {
			const asking = request(
				{ host, port, path, method: body === undefined ? 'GET' : 'POST', headers },
				resolve
			);
			asking.setTimeout(PATIENCE, () => asking.destroy(new Error('it took too long')));
			asking.once('error', reject);
			asking.end(body);
		});
		let text = '';
		for await (const chunk of answer.setEncoding('utf8')) text += chunk;
		return { status: answer.statusCode, text, cookies: answer.headers['set-cookie'] ?? [] };
	}

	/** A form that lets somebody in. @throws what the page says instead. */
	async enter(path, fields) {
		const { status, text, cookies } = await this.ask(path, { name: this.name, ...fields });
		if (status !== 303 || cookies.length === 0) throw new Error(`${status} ${sentence(text)}`);
		this.cookie = cookies.map((line) => line.split(';')[0]).join('; ');
		return this;
	}

	/** A button of a lab's page. @throws with the sentence, when it was refused. */
	async press(lab, action, fields = {}) {
		const { status, text } = await this.ask(`/labs/${lab}?/${action}`, fields);
		const said = status === 200 ? JSON.parse(text) : { type: status };
		if (said.type !== 'success') throw new Error(`${action}: ${said.data ?? text.slice(0, 300)}`);
	}

	answer(lab, task, check, answer) {
		return this.press(lab, 'answer', { task, check, answer });
	}

	/** Works at a machine for a moment: that leaves a recording. */
	async work(lab, host, lines) {
		await this.press(lab, 'start');
		const run = await this.untilReady(lab);
		const socket = new WebSocket(`ws://${this.at}/terminal/${run}/${host}/main?cols=80&rows=24`, {
			headers: { origin: this.origin, cookie: this.cookie, host: new URL(this.origin).host }
		});
		await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
		for (const line of lines) {
			await pause(200);
			socket.send(Buffer.from(`${line}\r`));
		}
		await pause(400);
		socket.close();
		await this.press(lab, 'stop');
	}

	/** The number of their run, once its machines are there. */
	async untilReady(lab) {
		for (let tries = 0; tries < 240; tries++) {
			const { text } = await this.ask(`/labs/${lab}`);
			const found = /\/terminal\/(\d+)|runId[:=]"?(\d+)|run:\{id:(\d+)/.exec(text);
			if (found && text.includes('state:"ready"')) return Number(found[1] ?? found[2] ?? found[3]);
			await pause(200);
		}
		throw new Error('its machines did not come');
	}
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a page that refuses says, as far as it can be found. */
const sentence = (html) =>
	/role="alert"[^>]*>([\s\S]*?)<\/(?:p|div)>/
		.exec(html)?.[1]
		?.replace(/<[^>]+>/g, '')
		.trim() ?? '';

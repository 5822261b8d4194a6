/**
 * What an engine must remember of a sandbox besides what Docker does: who is off on purpose, how
 * its networks are broken, when it ends. Kept as the label of a volume, so that a server that comes
 * back knows it too. A new note is written before the old one goes: there is never none.
 */
import type Dockerode from 'dockerode';
import { FAIR, type Weather } from '../weather.ts';
import { ignoreGone, LABELS, objectName } from './objects.ts';

export interface Notes {
	/** Hosts that are off because somebody wanted it; any other that is not running has died. */
	off: string[];
	paused: string[];
	/** All hosts stand still. */
	frozen: boolean;
	/** All hosts are off, and their disks wait. */
	parked: boolean;
	/** It was parked or copied once. */
	kept: boolean;
	/** When it ends, in milliseconds since 1970; null: as its hosts were told when they were made. */
	endsAt: number | null;
	weather: Weather;
}

const BLANK: Notes = {
	...{ off: [], paused: [], frozen: false, parked: false, kept: false, endsAt: null },
	weather: FAIR
};

const TEXT = 'labwright.notes';

export class NoteBook {
	readonly #docker: Dockerode;
	readonly #instance: string;
	readonly #sandbox: string;
	#notes = BLANK;
	#volume: string | null = null;
	/** Volumes of earlier notes that may still be there. */
	#older: string[] = [];
	#read = false;

	/** `isNew`: the sandbox is being made, so nothing was ever noted of it. */
	constructor(docker: Dockerode, about: { instance: string; sandbox: string; isNew?: boolean }) {
		this.#docker = docker;
		this.#instance = about.instance;
		this.#sandbox = about.sandbox;
		this.#read = about.isNew ?? false;
	}

	/** What was read or written last. */
	get now(): Notes {
		return this.#notes;
	}

	async read(): Promise<Notes> {
		if (this.#read) return this.#notes;
		const volumes = await this.#volumes();
		this.#older = volumes.slice(0, -1).map(({ Name }) => Name);
		this.#volume = volumes.at(-1)?.Name ?? null;
		this.#notes = { ...BLANK, ...parse(volumes.at(-1)?.Labels?.[TEXT]) };
		this.#read = true;
		return this.#notes;
	}

	async write(changes: Partial<Notes>): Promise<void> {
		const old = await this.read();
		const next = { ...old, ...changes };
		const number = Number(this.#volume?.split('-').at(-1) ?? 0) + 1;
		const name = objectName(this.#instance, this.#sandbox, `notes-${`${number}`.padStart(6, '0')}`);
		const about = { [LABELS.instance]: this.#instance, [LABELS.sandbox]: this.#sandbox };
		await this.#docker.createVolume({ Name: name, Labels: { ...about, [TEXT]: JSON.stringify(next) } });
		this.#notes = next;
		const older = [...this.#older, ...(this.#volume ? [this.#volume] : [])];
		this.#older = [];
		this.#volume = name;
		for (const gone of older) await this.#docker.getVolume(gone).remove().catch(ignoreGone);
	}

	async #volumes() {
		const label = [`${LABELS.instance}=${this.#instance}`, `${LABELS.sandbox}=${this.#sandbox}`, TEXT];
		const { Volumes } = await this.#docker.listVolumes({ filters: { label } } as object);
		return (Volumes ?? []).sort((a, b) => (a.Name < b.Name ? -1 : 1));
	}
}

const parse = (text = '{}') => JSON.parse(text) as Partial<Notes>;

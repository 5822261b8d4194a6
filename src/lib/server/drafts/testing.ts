/** For tests only: zips made byte by byte, honest ones and others. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
	name: string | Buffer;
	content?: string | Buffer;
	/** Unix mode with its kind; an ordinary file when not said. */
	mode?: number;
	stored?: boolean;
	/** What the list at the end says, when that is not the truth. */
	listed?: Partial<Facts>;
	/** What stands before the data, when that is not the truth. */
	local?: Partial<Facts> & { name?: string };
	/** Its data lies where that of this part does. */
	at?: number;
}

interface Facts {
	flags: number;
	method: number;
	sum: number;
	packed: number;
	unpacked: number;
}

const UTF8 = 0x800;
const REGULAR = 0o100644;

export function zipOf(parts: Part[], { count = parts.length } = {}): Buffer {
	const bodies: Buffer[] = [];
	const list: Buffer[] = [];
	const offsets: number[] = [];
	let offset = 0;
	for (const part of parts) {
		const { data, facts } = packed(part);
		const name = Buffer.from(part.name as string);
		const place = part.at === undefined ? offset : offsets[part.at]!;
		offsets.push(place);
		list.push(listEntry(name, { ...facts, ...part.listed }, { place, mode: part.mode ?? REGULAR }));
		if (part.at !== undefined) continue;
		const body = Buffer.concat([localHeader(localNameOf(part), { ...facts, ...part.local }), data]);
		bodies.push(body);
		offset += body.length;
	}
	const central = Buffer.concat(list);
	return Buffer.concat([...bodies, central, end(count, central.length, offset)]);
}

const localNameOf = ({ name, local }: Part) => Buffer.from((local?.name ?? name) as string);

/** Its data, and the truth about it. */
function packed({ content = '', stored = false }: Part): { data: Buffer; facts: Facts } {
	const whole = Buffer.from(content as string);
	const data = stored ? whole : deflateRawSync(whole);
	const sizes = { packed: data.length, unpacked: whole.length };
	return { data, facts: { flags: UTF8, method: stored ? 0 : 8, sum: crc32(whole), ...sizes } };
}

function localHeader(name: Buffer, facts: Facts): Buffer {
	const header = Buffer.alloc(30);
	header.writeUInt32LE(0x04034b50, 0);
	header.writeUInt16LE(20, 4);
	writeFacts(header, 6, facts);
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, name]);
}

function listEntry(name: Buffer, facts: Facts, { place, mode }: { place: number; mode: number }): Buffer {
	const header = Buffer.alloc(46);
	header.writeUInt32LE(0x02014b50, 0);
	header.writeUInt16LE((3 << 8) | 20, 4); // made on Unix
	header.writeUInt16LE(20, 6);
	writeFacts(header, 8, facts);
	header.writeUInt16LE(name.length, 28);
	header.writeUInt32LE((mode << 16) >>> 0, 38);
	header.writeUInt32LE(place, 42);
	return Buffer.concat([header, name]);
}

/** Flags, method, two words of time, sum and sizes stand in the same order in both headers. */
function writeFacts(header: Buffer, at: number, { flags, method, sum, packed, unpacked }: Facts): void {
	header.writeUInt16LE(flags, at);
	header.writeUInt16LE(method, at + 2);
	header.writeUInt32LE(sum, at + 8);
	header.writeUInt32LE(packed, at + 12);
	header.writeUInt32LE(unpacked, at + 16);
}

function end(count: number, length: number, offset: number): Buffer {
	const record = Buffer.alloc(22);
	record.writeUInt32LE(0x06054b50, 0);
	record.writeUInt16LE(count, 8);
	record.writeUInt16LE(count, 10);
	record.writeUInt32LE(length, 12);
	record.writeUInt32LE(offset, 16);
	return record;
}

/** A sound lab without machines: a question, and its answer. */
export const QUESTION: Record<string, string> = {
	'lab.yaml': `apiVersion: lab/v1
id: what-is-a-port
title: What is a port?
summary: One question.
level: beginner
minutes: 5
tasks:
  - id: name
    title: Name it
    hints: [It is a number.]
    checks:
      - { id: ssh, title: The port of SSH, type: answer, expect: "22" }
`,
	'guide.md': `# What is a port?

:::task{id=name}
Which port does SSH listen on? ::answer{check=ssh}
:::
`,
	'solve/name.answer': 'ssh=22\n'
};

/** These files in a folder, as a person packs them. */
export const zipOfFiles = (files: Record<string, string>, folder = 'port/'): Buffer =>
	zipOf(Object.entries(files).map(([name, content]) => ({ name: folder + name, content })));

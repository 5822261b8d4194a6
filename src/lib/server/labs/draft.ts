/**
 * A lab while it is read: what is written, where, and what was found wrong so far. The rules and
 * the builder share it; nobody outside this room sees one.
 */
import type { Findings, Place } from './findings.ts';
import { top } from './findings.ts';
import type { Folder } from './folder.ts';
import type { LabFile } from './schema.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

export class Draft {
	readonly written: LabFile;
	readonly folder: Folder;
	readonly findings: Findings;
	#yaml: YamlFile;

	constructor(written: LabFile, yaml: YamlFile, folder: Folder, findings: Findings) {
		this.written = written;
		this.#yaml = yaml;
		this.folder = folder;
		this.findings = findings;
	}

	/** Report an error at a path of lab.yaml. */
	error(path: YamlPath, message: string) {
		this.findings.error(this.placeOf(path), message);
	}

	warning(path: YamlPath, message: string) {
		this.findings.warning(this.placeOf(path), message);
	}

	errorAtKey(path: YamlPath, key: string, message: string) {
		this.findings.error(this.#yaml.atKey(path, key), message);
	}

	/** A place in lab.yaml. */
	placeOf = (path: YamlPath): Place => this.#yaml.at(path);

	/** The line of lab.yaml on which the text at this path begins; a block's begins below its `|`. */
	textLineOf = (path: YamlPath): number => this.#yaml.textLineAt(path);

	/** A place in another file of the folder. */
	in(path: string, line = 1, column = 1): Place {
		return { ...top(`${this.folder.name}/${path}`), line, column };
	}
}

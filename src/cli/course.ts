/** A new lab's place in the list of its course. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import { labsFolderOf } from './folders.ts';

/** Put it last in its module's list. Returns the file, or null when there is no such course. */
export async function addToCourse(folder: string): Promise<string | null> {
	if (!labsFolderOf(folder)) return null;
	const module = basename(dirname(folder));
	const file = join(dirname(dirname(folder)), 'course.yaml');
	const course = parseDocument(await readFile(file, 'utf8'));
	const labs = listOf(course, module);
	if (!labs) return null;
	labs.add(basename(folder));
	await writeFile(file, course.toString({ lineWidth: 0, flowCollectionPadding: false }));
	return file;
}

function listOf(course: Document, module: string) {
	const modules = course.get('modules');
	const found = isSeq(modules)
		? modules.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === module)
		: undefined;
	if (!found) return null;
	if (!found.has('labs')) found.set('labs', course.createNode([]));
	const labs = found.get('labs');
	return isSeq(labs) ? labs : null;
}

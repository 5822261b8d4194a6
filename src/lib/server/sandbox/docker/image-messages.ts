/** What the Docker engine says while it builds, pulls or imports: one JSON document a line. */
export interface Message {
	/** Output of a build. */
	stream?: string;
	/** Why it failed; the last message. */
	error?: string;
	/** Progress of a pull or an import. */
	status?: string;
}

/** The messages of a stream as they come. @throws when the connection breaks. */
export async function* messages(stream: NodeJS.ReadableStream): AsyncGenerator<Message> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of stream) {
		const lines = (
			rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
		).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as Message;
	}
	if (rest.trim() !== '') yield JSON.parse(rest) as Message;
}

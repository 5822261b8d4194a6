/** Sentences that are kept in English, in the database or by a process, and told in the language of who reads. */
export default {} as const satisfies Record<string, string>;

/** Who acts on drafts: an instructor on their own, an operator on all of them, nobody else. */
export interface Author {
	id: number;
	role: string;
}

export const mayAct = ({ id, role }: Author, { ownerId }: { ownerId: number | null }): boolean =>
	role === 'operator' || (role === 'instructor' && ownerId === id);

/** Classes, lessons, authors and operators. */
export default {} as const;

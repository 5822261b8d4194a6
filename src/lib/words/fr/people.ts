/** Home, courses, tracks, accounts, certificates, recordings. */
export default {} as const;

/** The page of a lab: machines, terminals, files, drills. */
export default {} as const;

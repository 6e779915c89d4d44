// A stylesheet has no exports; TypeScript 6 and newer look for the types of what is only imported.
export {};

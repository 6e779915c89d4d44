export function withPostgres(work: (url: string) => Promise<void>): Promise<void>;

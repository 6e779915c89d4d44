export const chromiumArgs: string[];
export function findChromium(): string | undefined;
export function requireChromium(): string;
export function chromiumLaunch(): { args: string[]; executablePath?: string };

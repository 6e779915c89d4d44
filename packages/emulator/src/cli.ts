#!/usr/bin/env node
import { runCommand } from "./run-command.ts";

runCommand(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** Does an operation of the emulator's control API. */
export async function control(cloud: string, operation: string, input?: object): Promise<unknown> {
  const response = await fetch(`${cloud}/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(input && { body: JSON.stringify(input) }),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Gives a person that many accounts at the emulated Pica. */
export async function connectAccounts(cloud: string, user: string, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await control(cloud, "createConnection", { platform: "gmail", identity: user });
  }
}

/** Runs `work` while every answer of the emulated Pica takes so much longer. */
export async function withLatency<Value>(
  cloud: string,
  milliseconds: number,
  work: () => Promise<Value>,
): Promise<Value> {
  await control(cloud, "addFault", { kind: "delay", milliseconds });
  try {
    return await work();
  } finally {
    await control(cloud, "clearFaults");
  }
}

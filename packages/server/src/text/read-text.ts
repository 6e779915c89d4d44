/** How many bytes may still be read; several bodies may share one budget. */
export interface ByteBudget {
  bytes: number;
}

/**
 * Reads a body as UTF-8 text. Returns null, and cancels the stream, once it has more bytes than one
 * of the budgets allows. The bytes are counted as they come: a `content-length` may be wrong or missing.
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  ...budgets: ByteBudget[]
): Promise<string | null> {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    for (const budget of budgets) budget.bytes -= value.byteLength;
    if (budgets.some(({ bytes }) => bytes < 0)) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

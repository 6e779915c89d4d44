import { type Contestant, interleave } from "../harness/interleave.ts";
import { progress } from "../harness/report.ts";
import { median, medianRatio } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import type { Load, LoadSample } from "./load.ts";

/** One that answers the same question as others. */
export interface Answerer {
  who: string;
  /** Made anew for each window: tickets are used up. */
  load(): Load | Promise<Load>;
}

export interface Comparison {
  question: string;
  /** The first is the one that the others stand beside. */
  answerers: readonly { who: string; measure: Contestant<LoadSample>["measure"] }[];
  rounds: number;
  /**
   * Windows before the first round. Code that answers ten thousand times a second is compiled
   * anew several times before it stays as it is.
   * @default 3
   */
  warmUps?: number;
}

/** Rows of a table: each one's medians over the rounds, and its rate beside the first one's. */
export async function compare({ question, answerers, rounds, warmUps = 3 }: Comparison) {
  const contestants = answerers.map(({ who, measure }) => ({ name: who, measure }));
  const outcomes = await interleave(contestants, {
    rounds,
    warmUps,
    onProgress: (who, round) =>
      progress(`${question}: ${who}, ${round < 0 ? "warm-up" : `round ${round + 1}`}`),
  });
  const [first] = outcomes.values();
  const reference = first && "samples" in first ? first.samples : [];
  return [...outcomes].map(([who, outcome]): Record<string, Cell> => {
    if ("failure" in outcome) return { question, who: `${who}: ${outcome.failure}` };
    const { samples } = outcome;
    const middle = (read: (sample: LoadSample) => number) => median(samples.map(read));
    return {
      question,
      who,
      rate: middle(({ rate }) => rate),
      ratio: medianRatio(samples, reference, ({ rate }) => rate),
      p50: middle(({ p50 }) => p50),
      p99: middle(({ p99 }) => p99),
      work: middle(({ work }) => work),
      workRatio: medianRatio(samples, reference, ({ work }) => work),
    };
  });
}

/** Columns for {@link compare}'s rows. */
export const comparisonColumns = (reference: string) => [
  { key: "question", title: "what" },
  { key: "who", title: "who" },
  { key: "rate", title: "answers/s" },
  { key: "ratio", title: `× ${reference}`, digits: 2 },
  { key: "p50", title: "p50 ms", digits: 2 },
  { key: "p99", title: "p99 ms", digits: 2 },
  { key: "work", title: "CPU µs an answer" },
  { key: "workRatio", title: "CPU, × the first", digits: 2 },
];

/// <reference path="./rate-limiter-flexible.d.ts" />
import type { RateLimiterRes } from "rate-limiter-flexible";
// Not the package's root, which loads modules of Node for its other stores: this entry also runs in
// pages and workers.
import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import type { RateLimiterFactory } from "../store/connect-store.ts";

const isRefusal = (value: unknown): value is RateLimiterRes =>
  typeof value === "object" && value !== null && "msBeforeNext" in value;

/** Counts in this process alone: right for one instance, too generous for several. */
export const createMemoryRateLimiter: RateLimiterFactory = ({ name, points, duration }) => {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration });
  return {
    consume: async (key) => {
      try {
        await limiter.consume(key);
        return {};
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal;
        return { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
  };
};
